<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AgeCheckPanel</name>
  <message>
   <source>Born on {date} or earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Check the age</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Do not sell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Old enough</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{item} may be sold from {age} years.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ApprovalPanel</name>
  <message>
   <source>Approval needed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Approve</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CardConfirmPanel</name>
  <message>
   <source>Approved</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Card payment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Declined</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number on the slip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number on the slip (may stay empty)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type this amount into the terminal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What did the terminal say?</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CartList</name>
  <message numerus="yes">
   <source>Cart, %n line(s)</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>CartPanel</name>
  <message>
   <source>Discount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Items</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan, search or tap a product.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The cart is empty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Total</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Total {amount}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Walk-in customer</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CashMovementPanel</name>
  <message>
   <source>Amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Book it and open the drawer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cash in or out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pay in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pay out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To the safe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type the amount.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is it</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ChangeView</name>
  <message>
   <source>Change due</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gift receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>or just scan the next item</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CloseShiftView</name>
  <message>
   <source>Approved by {name}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ask the manager</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close shift and print the Z report</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close the shift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count what is there. The expected amounts are shown after the count is handed in.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Expected</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Explanation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Explanation of the difference</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Float for the next shift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hand in the count</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Over or short</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Result of the count</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tender</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The difference is over the limit: a manager has to approve it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>agrees</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CountPage</name>
  <message>
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counted cash</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Counted {amount}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Esc</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CustomerPanel</name>
  <message>
   <source>Create</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Create one below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name, number or phone; or scan the card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No customer found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Phone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search for a customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take {name} off the sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type the name of the new customer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Walk-in: no customer</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DenominationTable</name>
  <message>
   <source>Coins</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pieces of {value}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DiscountPanel</name>
  <message>
   <source>Amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Discount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Discount as an amount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Discount in per cent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the discount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In what</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line: {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On what</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Per cent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reasons</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take the discount away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type how much.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole sale</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Menu</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>Parked %n</source>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <source>Parked sales</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>TRAINING</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>shift {time}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>HelpPanel</name>
  <message>
   <source>5 *</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a line of the cart</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Complete the sale; begin the next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Esc</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Help and keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One step back; it never quits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Then scan: five of it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>↑ ↓</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>⏎</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Keypad</name>
  <message>
   <source>Change the sign</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Decimal mark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete all digits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete the last digit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next field</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>MorePanel</name>
  <message>
   <source>More</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>NotePanel</name>
  <message>
   <source>It is printed on the receipt.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line: {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On what</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Save the note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole sale</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>OpenItemPanel</name>
  <message>
   <source>Add to the cart</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open item</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Price</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quantity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type a price and a quantity.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is it</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>OpenShiftView</name>
  <message>
   <source>Count the float in the drawer. No sale can be made before.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left by the last shift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open shift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open the shift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take over the last count</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The count agrees with it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{amount} against the last count.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PaperPanel</name>
  <message>
   <source>Print</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ParkedPanel</name>
  <message>
   <source>No sale is parked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Park puts a cart aside until the customer is back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Parked sales</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PayView</name>
  <message>
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Change</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Complete sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Esc</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Payment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Received</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Still to pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take back {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To pay</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PinPad</name>
  <message>
   <source>PIN</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PriceCheckPanel</name>
  <message>
   <source>Add to the cart</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing found for {code}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Price check</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scan the item, or search for it.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ReasonPanel</name>
  <message>
   <source>Another reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a reason, or type one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reason</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Refusal</name>
  <message>
   <source>A barcode may have at most {limit} characters; this has {length}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A card payment is still open on the terminal. Settle it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A discount can be at most 100 %. Enter a smaller one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A discount must be more than 0. Change the price instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A sale is still open on this till. Finish, park or void it before you close the shift.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A sale on account needs a customer. Choose one with F4.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A shift is already open on this till. Close it before you open another.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A tax rate is from 0 to {most} %, an amount per piece is 0 or more. Enter it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count the drawer before you close the shift.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter a {field}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter an amount of more than 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Enter the user's name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give a reason. Nothing was done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is not certain that this was saved. The program looks it up before going on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No shift is open on this till. Count the float and open a shift first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No tax rate is in force today for {name}. Ask a manager to set the rate of its tax class.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only {due} is left to pay, and no change is given on this. Enter {due} or less.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only {expected} should be in the drawer. Take out less.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Say why the count differs by {difference}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Say why the stock is changed. Nothing was booked.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sign in first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Somebody else changed this in the meantime. Reload and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tax {code} of this class has a rate from {start} on already. Choose another first day.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That card payment is not there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That line is not in the cart any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That payment is not in the list any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That print job is not there any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That sale is not parked any more: somebody else has taken it up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That tax is not there any more. Reload the settings.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The barcode could not be read as GS1 data. Scan it again or type the number under it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The barcode {code} is not right: its last digit should be {expected}. Scan or type it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The customer is blocked. Take another tender, or choose another customer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database cannot be reached ({detail}). Check the address, the network and the server.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database did not answer as it should: {detail}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database file is damaged or not a Takings database. Restore the last backup.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database is in use by another program. Nothing was saved; try again in a moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The database refused the setting {name}={wanted} (it says {found}). The program stops to be safe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The difference of {difference} is over the limit of {limit}. A manager has to accept it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The disk is full. Nothing was saved; free some space and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The label {code} says a price or weight of 0. Weigh the goods again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number must not be below zero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The price or weight in the barcode {code} was not read right. Scan it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The quantity is 0; there is nothing to book.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The quantity must be more than 0 and at most {limit}. The line was not changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The scan has {length} characters; a barcode has at most {limit}. Scan one code at a time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The scan holds characters that belong to no product. Check the settings of the scanner.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The scan was empty. Scan it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The tax would end on {end}, before it begins on {start}. Choose a later day.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The tenders come to {surplus} more than the total. Remove one and try again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {device} does not work: {detail}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The {lane} does not keep up: too much is waiting for it. Check the device.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is a tax class {code} already. Choose another code.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no receipt {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no till {code}. Tills here: {known}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to pay for. Scan an item first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This PIN is too easy to guess. Take {length} or more digits that are not a row or all the same.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This barcode names no product (it may be on a pallet). Scan the one on the goods.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This cannot be done.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This database was made by a newer version of Takings ({found}). Update the program first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is paid already. Take a payment off first to change it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is there already ({detail}). Nothing was saved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is {current} and cannot become {target}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This rate of tax {code} ended on {end}. Change the rate that is in force, or add the tax anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This sale was already booked as {number} with other content. Nothing was booked again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This sale was not kept whole and cannot be taken up. Ring it up again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This sale was put aside by another version of Takings (format {found}). Finish it there, or ring it up again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This shop is not set up yet. Run `make run` or `python main.py demo` for a demo shop.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Till {till} has no Z report {number}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{amount} is far more than the {due} due. Was a barcode scanned here? Enter the amount again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{field} may have at most {limit} characters; this has {length}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{missing} is still to be paid. Take another tender.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} gets no discount. Take the discount off this line.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is the last who may manage users. Give somebody else that right first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} may not do this ({permission}). Ask somebody who may to approve it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} may owe at most {limit}; with this sale it would be {exposure}. Take another tender.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is a database of another program, not of Takings. Choose another file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{what} is beyond your limit of {limit} %. A supervisor has to approve it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{layout}” is no layout of a label: it needs 13 characters, two digits first, then P for the item, C for the check digit, V for the value, and X last.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{text}” has more than {digits} decimals. Type it like {example}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{text}” is not an amount. Type it like {example}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{text}” is too large.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{url}” is no device address: {why}.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ReprintPanel</name>
  <message>
   <source>Gift receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Number or amount; or scan the receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Preview of the receipt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Print copy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Receipts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search for a receipt</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SellView</name>
  <message>
   <source>All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Categories</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Disc %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Price</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Qty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search for a product</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search name, SKU or barcode   ({key})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try another word, or scan the code.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SidePanel</name>
  <message>
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Esc</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SignInView</name>
  <message>
   <source>TRAINING: nothing is booked</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Who are you?</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TileGrid</name>
  <message>
   <source>Products</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Till</name>
  <message>
   <source>Card</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cash</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Exact</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is not known whether the card was charged. Look at the terminal before you go on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is called “{text}”. Try another word.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On account</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Select a line first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sell {amount} on account of {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take the card payment back first, on the terminal as well.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The card was declined. Take another tender.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The receipt is printing…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VAT</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>VAT incl.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void the line to take the last one off.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>only {amount}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{number}: {total}, received {received}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TillActions</name>
  <message>
   <source>Back office</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cash in or out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close shift</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Customer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Discount</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Full screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Help and keys</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light or dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open drawer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open item</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Park</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Price check</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quantity</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recall</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reprint</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Return</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switch cashier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Void sale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>X report</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TillView</name>
  <message>
   <source>TRAINING: nothing is booked, the drawer stays closed</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>UnknownCodePanel</name>
  <message>
   <source>Esc</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on without it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Link to a product: search by name or SKU</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Products</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The item was not added. Nothing else has changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unknown code</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>_NewProduct</name>
  <message>
   <source>Category</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Create and add to the cart</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Price</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Type a name and a price.</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
