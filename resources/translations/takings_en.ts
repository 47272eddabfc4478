<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>AgedItemsPanel</name>
  <message numerus="yes">
   <source>%n item(s), {total}</source>
   <translation>
    <numerusform>%n item, {total}</numerusform>
    <numerusform>%n items, {total}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>AgreeArea</name>
  <message numerus="yes">
   <source>%n figure(s) not as in the ledger.</source>
   <translation>
    <numerusform>%n figure not as in the ledger.</numerusform>
    <numerusform>%n figures not as in the ledger.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ArrivePanel</name>
  <message numerus="yes">
   <source>Scan what arrived; %n line(s) not complete yet</source>
   <translation>
    <numerusform>Scan what arrived; %n line not complete yet</numerusform>
    <numerusform>Scan what arrived; %n lines not complete yet</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BillPanel</name>
  <message numerus="yes">
   <source>%n chosen</source>
   <translation>
    <numerusform>%n chosen</numerusform>
    <numerusform>%n chosen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n invoice(s) are written.</source>
   <translation>
    <numerusform>%n invoice are written.</numerusform>
    <numerusform>%n invoices are written.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them are held.</source>
   <translation>
    <numerusform>%n of them are held.</numerusform>
    <numerusform>%n of them are held.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BooksView</name>
  <message numerus="yes">
   <source>%n invoice(s) taken over; {known} were there already.</source>
   <translation>
    <numerusform>%n invoice taken over; {known} were there already.</numerusform>
    <numerusform>%n invoices taken over; {known} were there already.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n role(s) are booked elsewhere from now on.</source>
   <translation>
    <numerusform>%n role are booked elsewhere from now on.</numerusform>
    <numerusform>%n roles are booked elsewhere from now on.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Book on these %n account(s) from now on? Balances move today.</source>
   <translation>
    <numerusform>Book on these %n account from now on? Balances move today.</numerusform>
    <numerusform>Book on these %n accounts from now on? Balances move today.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Take %n invoice(s) over {amount} over, each on its own day?</source>
   <translation>
    <numerusform>Take %n invoice over {amount} over, each on its own day?</numerusform>
    <numerusform>Take %n invoices over {amount} over, each on its own day?</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BulkPanel</name>
  <message numerus="yes">
   <source>Change %n products</source>
   <translation>
    <numerusform>Change %n product</numerusform>
    <numerusform>Change %n products</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CartList</name>
  <message numerus="yes">
   <source>Cart, %n line(s)</source>
   <translation>
    <numerusform>Cart, %n line</numerusform>
    <numerusform>Cart, %n lines</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ChangeEditor</name>
  <message numerus="yes">
   <source>%n line(s) are left out.</source>
   <translation>
    <numerusform>%n line are left out.</numerusform>
    <numerusform>%n lines are left out.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CustomerScreenPage</name>
  <message numerus="yes">
   <source>%n picture(s) in the folder.</source>
   <translation>
    <numerusform>%n picture in the folder.</numerusform>
    <numerusform>%n pictures in the folder.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CyclePage</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n product(s) have a class.</source>
   <translation>
    <numerusform>%n product have a class.</numerusform>
    <numerusform>%n products have a class.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DashboardSection</name>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days with sales</source>
   <translation>
    <numerusform>%n day with sales</numerusform>
    <numerusform>%n days with sales</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers need attention</source>
   <translation>
    <numerusform>%n paper needs attention</numerusform>
    <numerusform>%n papers need attention</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n products below zero stock</source>
   <translation>
    <numerusform>%n product below zero stock</numerusform>
    <numerusform>%n products below zero stock</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n receipt(s)</source>
   <translation>
    <numerusform>%n receipt</numerusform>
    <numerusform>%n receipts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EntryTerms</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ExpensesView</name>
  <message numerus="yes">
   <source>%n expense(s), {total}</source>
   <translation>
    <numerusform>%n expense, {total}</numerusform>
    <numerusform>%n expenses, {total}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FiguresView</name>
  <message numerus="yes">
   <source>Days from invoice to payment, by amount, over %n payment(s) from {since} to {on}: {pay}. Each payment alike: {plain}.</source>
   <translation>
    <numerusform>Days from invoice to payment, by amount, over %n payment from {since} to {on}: {pay}. Each payment alike: {plain}.</numerusform>
    <numerusform>Days from invoice to payment, by amount, over %n payments from {since} to {on}: {pay}. Each payment alike: {plain}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FindingsCard</name>
  <message numerus="yes">
   <source>Not valid as {format}: %n rule(s) broken.</source>
   <translation>
    <numerusform>Not valid as {format}: %n rule broken.</numerusform>
    <numerusform>Not valid as {format}: %n rules broken.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>GiftPanel</name>
  <message numerus="yes">
   <source>Print %n line(s)</source>
   <translation>
    <numerusform>Print %n line</numerusform>
    <numerusform>Print %n lines</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message numerus="yes">
   <source>Parked %n</source>
   <translation>
    <numerusform>Parked %n</numerusform>
    <numerusform>Parked %n</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Unsent %n</source>
   <translation>
    <numerusform>Unsent %n</numerusform>
    <numerusform>Unsent %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>JournalSection</name>
  <message numerus="yes">
   <source>%n checks found something wrong. Tell whoever looks after the program.</source>
   <translation>
    <numerusform>%n check found something wrong. Tell whoever looks after the program.</numerusform>
    <numerusform>%n checks found something wrong. Tell whoever looks after the program.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All %n checks hold: nothing was changed.</source>
   <translation>
    <numerusform>%n check holds: nothing was changed.</numerusform>
    <numerusform>All %n checks hold: nothing was changed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Labels</name>
  <message numerus="yes">
   <source>%n label(s) sent to the label printer.</source>
   <translation>
    <numerusform>%n label sent to the label printer.</numerusform>
    <numerusform>%n labels sent to the label printer.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LabelsPage</name>
  <message numerus="yes">
   <source>%n label(s)</source>
   <translation>
    <numerusform>%n label</numerusform>
    <numerusform>%n labels</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) printed.</source>
   <translation>
    <numerusform>%n label printed.</numerusform>
    <numerusform>%n labels printed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ListsArea</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LotsArea</name>
  <message numerus="yes">
   <source>%n day(s) left</source>
   <translation>
    <numerusform>%n day left</numerusform>
    <numerusform>%n days left</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>NameSerialsPanel</name>
  <message numerus="yes">
   <source>%n serial number(s) noted.</source>
   <translation>
    <numerusform>%n serial number noted.</numerusform>
    <numerusform>%n serial numbers noted.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OpenShiftView</name>
  <message numerus="yes">
   <source>Go on with a suspended shift (%n)</source>
   <translation>
    <numerusform>Go on with a suspended shift (%n)</numerusform>
    <numerusform>Go on with a suspended shift (%n)</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OrderToCashSection</name>
  <message numerus="yes">
   <source>%n order(s)</source>
   <translation>
    <numerusform>%n order</numerusform>
    <numerusform>%n orders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OrdersBehind</name>
  <message numerus="yes">
   <source>%n order(s)</source>
   <translation>
    <numerusform>%n order</numerusform>
    <numerusform>%n orders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PartsPanel</name>
  <message numerus="yes">
   <source>%n part(s)</source>
   <translation>
    <numerusform>%n part</numerusform>
    <numerusform>%n parts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PartyPanel</name>
  <message numerus="yes">
   <source>%n day(s) late</source>
   <translation>
    <numerusform>%n day late</numerusform>
    <numerusform>%n days late</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PlanForm</name>
  <message numerus="yes">
   <source>%n item(s)</source>
   <translation>
    <numerusform>%n item</numerusform>
    <numerusform>%n items</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PriceImportPanel</name>
  <message numerus="yes">
   <source>%n line(s) are left out.</source>
   <translation>
    <numerusform>%n line are left out.</numerusform>
    <numerusform>%n lines are left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n price(s) can be used.</source>
   <translation>
    <numerusform>%n price can be used.</numerusform>
    <numerusform>%n prices can be used.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n price(s) changed.</source>
   <translation>
    <numerusform>%n price changed.</numerusform>
    <numerusform>%n prices changed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProductsSection</name>
  <message numerus="yes">
   <source>%n products were changed.</source>
   <translation>
    <numerusform>%n product was changed.</numerusform>
    <numerusform>%n products were changed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PromisesPanel</name>
  <message numerus="yes">
   <source>%n order(s) wait for it</source>
   <translation>
    <numerusform>%n order wait for it</numerusform>
    <numerusform>%n orders wait for it</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProposalsPanel</name>
  <message numerus="yes">
   <source>%n line(s) chosen</source>
   <translation>
    <numerusform>%n line chosen</numerusform>
    <numerusform>%n lines chosen</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ReceiptsArea</name>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n line</numerusform>
    <numerusform>%n lines</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ReceivePanel</name>
  <message numerus="yes">
   <source>%n order(s) got goods of it.</source>
   <translation>
    <numerusform>%n order got goods of it.</numerusform>
    <numerusform>%n orders got goods of it.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Scan what came; %n line(s) not complete yet</source>
   <translation>
    <numerusform>Scan what came; %n line not complete yet</numerusform>
    <numerusform>Scan what came; %n lines not complete yet</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RecurringOrdersPanel</name>
  <message numerus="yes">
   <source>%n order(s) made.</source>
   <translation>
    <numerusform>%n order made.</numerusform>
    <numerusform>%n orders made.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n week(s)</source>
   <translation>
    <numerusform>%n week</numerusform>
    <numerusform>%n weeks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Order what is due (%n)</source>
   <translation>
    <numerusform>Order what is due (%n)</numerusform>
    <numerusform>Order what is due (%n)</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RecurringPanel</name>
  <message numerus="yes">
   <source>%n invoice(s) posted.</source>
   <translation>
    <numerusform>%n invoice posted.</numerusform>
    <numerusform>%n invoices posted.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Bill what is due (%n)</source>
   <translation>
    <numerusform>Bill what is due (%n)</numerusform>
    <numerusform>Bill what is due (%n)</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RepeatPanel</name>
  <message numerus="yes">
   <source>%n month(s)</source>
   <translation>
    <numerusform>%n month</numerusform>
    <numerusform>%n months</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RoutePanel</name>
  <message numerus="yes">
   <source>everything is there, in %n shipment(s)</source>
   <translation>
    <numerusform>everything is there, in %n shipment</numerusform>
    <numerusform>everything is there, in %n shipments</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RunPanel</name>
  <message numerus="yes">
   <source>%n customer(s) who did not agree to it</source>
   <translation>
    <numerusform>%n customer who did not agree to it</numerusform>
    <numerusform>%n customers who did not agree to it</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n customer(s) without an e-mail address</source>
   <translation>
    <numerusform>%n customer without an e-mail address</numerusform>
    <numerusform>%n customers without an e-mail address</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n item(s), {amount}</source>
   <translation>
    <numerusform>%n item, {amount}</numerusform>
    <numerusform>%n items, {amount}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n letter(s) put into the outbox</source>
   <translation>
    <numerusform>%n letter put into the outbox</numerusform>
    <numerusform>%n letters put into the outbox</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n letter(s), {overdue} overdue, {charged} charged</source>
   <translation>
    <numerusform>%n letter, {overdue} overdue, {charged} charged</numerusform>
    <numerusform>%n letters, {overdue} overdue, {charged} charged</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ScannerPage</name>
  <message numerus="yes">
   <source>%n signs: {code}</source>
   <translation>
    <numerusform>%n sign: {code}</numerusform>
    <numerusform>%n signs: {code}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SerialPanel</name>
  <message numerus="yes">
   <source>{some} of %n piece(s) named</source>
   <translation>
    <numerusform>{some} of %n piece named</numerusform>
    <numerusform>{some} of %n pieces named</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ShipPanel</name>
  <message numerus="yes">
   <source>%n item(s) in it</source>
   <translation>
    <numerusform>%n item in it</numerusform>
    <numerusform>%n items in it</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StatementsArea</name>
  <message numerus="yes">
   <source>%n statement(s) with something missing before</source>
   <translation>
    <numerusform>%n statement with something missing before</numerusform>
    <numerusform>%n statements with something missing before</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Tasks</name>
  <message numerus="yes">
   <source>%n task(s) of the closing wait.</source>
   <translation>
    <numerusform>%n task of the closing wait.</numerusform>
    <numerusform>%n tasks of the closing wait.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) of the opening wait.</source>
   <translation>
    <numerusform>%n task of the opening wait.</numerusform>
    <numerusform>%n tasks of the opening wait.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TemplatePanel</name>
  <message numerus="yes">
   <source>%n variant(s) were made.</source>
   <translation>
    <numerusform>%n variant were made.</numerusform>
    <numerusform>%n variants were made.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n variant(s).</source>
   <translation>
    <numerusform>%n variant.</numerusform>
    <numerusform>%n variants.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TermsPage</name>
  <message numerus="yes">
   <source>{rate} within %n day(s)</source>
   <translation>
    <numerusform>{rate} within %n day</numerusform>
    <numerusform>{rate} within %n days</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Till</name>
  <message numerus="yes">
   <source>%n serial number(s) missing</source>
   <translation>
    <numerusform>%n serial number missing</numerusform>
    <numerusform>%n serial numbers missing</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n line</numerusform>
    <numerusform>%n lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them late</source>
   <translation>
    <numerusform>%n of them late</numerusform>
    <numerusform>%n of them late</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n price(s)</source>
   <translation>
    <numerusform>%n price</numerusform>
    <numerusform>%n prices</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>UsersPage</name>
  <message numerus="yes">
   <source>%n wrong PINs</source>
   <translation>
    <numerusform>%n wrong PIN</numerusform>
    <numerusform>%n wrong PINs</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WorkView</name>
  <message numerus="yes">
   <source>%n customer(s), {stake} at stake</source>
   <translation>
    <numerusform>%n customer, {stake} at stake</numerusform>
    <numerusform>%n customers, {stake} at stake</numerusform>
   </translation>
  </message>
 </context>
</TS>
