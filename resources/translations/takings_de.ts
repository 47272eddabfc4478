<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name />
  <message>
   <source>Checks</source>
   <translation>Prüfungen</translation>
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
  <name>Card</name>
  <message>
   <source>It is not known whether the card was charged. Look at the terminal: this amount?</source>
   <translation>Es ist unklar, ob die Karte belastet wurde. Sehen Sie am Terminal nach: dieser Betrag?</translation>
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
  <name>CardWaitPanel</name>
  <message>
   <source>Card payment</source>
   <translation>Kartenzahlung</translation>
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
  <name>ChangeView</name>
  <message>
   <source>Change due</source>
   <translation>Rückgeld</translation>
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
   <source>or just scan the next item</source>
   <translation>oder gleich den nächsten Artikel scannen</translation>
  </message>
 </context>
 <context>
  <name>Checks</name>
  <message>
   <source>By shift and day the ledger equals sales, taxes, payments, rounding and cost.</source>
   <translation>Je Schicht und Tag stimmt die Buchhaltung mit Verkäufen, Steuern, Zahlungen, Rundung und Wareneinsatz überein.</translation>
  </message>
  <message>
   <source>Every Z report bears its own journal entry.</source>
   <translation>Jeder Z-Bericht trägt seinen eigenen Journaleintrag.</translation>
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
   <source>Every sale comes to what its lines come to.</source>
   <translation>Jeder Verkauf ergibt die Summe seiner Positionen.</translation>
  </message>
  <message>
   <source>Every sale is in the journal, and its rows are as they were written.</source>
   <translation>Jeder Verkauf steht im Journal, und seine Zeilen sind wie geschrieben.</translation>
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
   <source>Goods are promised only to lines that wait for them.</source>
   <translation>Ware ist nur für Positionen reserviert, die darauf warten.</translation>
  </message>
  <message>
   <source>Kept PDFs of invoices are the bytes that were written.</source>
   <translation>Aufbewahrte Rechnungs-PDFs sind genau die Bytes, die geschrieben wurden.</translation>
  </message>
  <message>
   <source>Lines, taxes and totals of posted invoices add up.</source>
   <translation>Positionen, Steuern und Summen gebuchter Rechnungen gehen auf.</translation>
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
   <source>No row points at another that is not there.</source>
   <translation>Kein Datensatz verweist auf einen, den es nicht gibt.</translation>
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
   <source>Order lines say what left and came back.</source>
   <translation>Auftragspositionen sagen, was hinausging und zurückkam.</translation>
  </message>
  <message>
   <source>Order lines say what pick lists and packages say.</source>
   <translation>Auftragspositionen stimmen mit Picklisten und Paketen überein.</translation>
  </message>
  <message>
   <source>Receipt numbers have neither gaps nor doubles.</source>
   <translation>Die Bonnummern haben weder Lücken noch Doppel.</translation>
  </message>
  <message>
   <source>Sales and taxes of every X and Z equal the ledger to the cent.</source>
   <translation>Verkäufe und Steuern jedes X- und Z-Berichts stimmen auf den Cent mit der Buchhaltung überein.</translation>
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
   <source>The ledger's receivable of each invoice is its open items.</source>
   <translation>Die Forderung jeder Rechnung in der Buchhaltung entspricht ihren offenen Posten.</translation>
  </message>
  <message>
   <source>The perpetual totals of the journal equal all sales.</source>
   <translation>Die fortlaufenden Gesamtsummen des Journals entsprechen allen Verkäufen.</translation>
  </message>
  <message>
   <source>The progress of each open order follows from its facts.</source>
   <translation>Der Fortschritt jedes offenen Auftrags folgt aus seinen Vorgängen.</translation>
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
   <source>What is open is the amount less what was applied.</source>
   <translation>Offen ist der Betrag abzüglich des Zugeordneten.</translation>
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
   <source>The count was handed in: the shift can only be counted again or closed.</source>
   <translation>Die Zählung ist abgegeben: Jetzt geht nur noch neu zählen oder abschließen.</translation>
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
   <source>{name} is counted.</source>
   <translation>{name} ist gezählt.</translation>
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
   <source>Amount</source>
   <translation>Betrag</translation>
  </message>
  <message>
   <source>Block</source>
   <translation>Sperren</translation>
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
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>Purchases</source>
   <translation>Käufe</translation>
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
   <source>up to a limit</source>
   <translation>bis zu einem Limit</translation>
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
   <source>{amount} on average, {returns} returns</source>
   <translation>im Schnitt {amount}, Rückgaben: {returns}</translation>
  </message>
  <message>
   <source>{share} of net sales</source>
   <translation>{share} vom Nettoumsatz</translation>
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
   <source>Scanner</source>
   <translation>Scanner</translation>
  </message>
 </context>
 <context>
  <name>DevicesPage</name>
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
   <source>The card terminal is asked when a card is paid with.</source>
   <translation>Das Kartenterminal wird beim Zahlen mit Karte angesprochen.</translation>
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
  <name>Discount</name>
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
   <source>Staff</source>
   <translation>Personal</translation>
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
  <name>Errors</name>
  <message>
   <source>Something went wrong that nobody foresaw. Nothing was lost; the details are in the newest crash file in the folder “logs”.</source>
   <translation>Ein unerwarteter Fehler ist aufgetreten. Nichts ging verloren; Einzelheiten stehen in der neuesten Absturzdatei im Ordner „logs“.</translation>
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
   <source>TRAINING</source>
   <translation>SCHULUNG</translation>
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
  <name>ImportPanel</name>
  <message>
   <source>By the names of the columns</source>
   <translation>Nach den Spaltennamen</translation>
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
   <source>Columns: {columns}</source>
   <translation>Spalten: {columns}</translation>
  </message>
  <message>
   <source>Done: {new} new, {changed} changed, {same} as they were, {wrong} left out</source>
   <translation>Fertig: {new} neu, {changed} geändert, {same} unverändert, {wrong} ausgelassen</translation>
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
   <source>Import products</source>
   <translation>Artikel importieren</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Lines of the file</source>
   <translation>Zeilen der Datei</translation>
  </message>
  <message>
   <source>Name, or what is wrong</source>
   <translation>Name, oder was falsch ist</translation>
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
   <source>Prices go into</source>
   <translation>Preise gehen in</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
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
   <source>Stop</source>
   <translation>Beenden</translation>
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
   <source>From {age} years</source>
   <translation>Ab {age} Jahren</translation>
  </message>
  <message>
   <source>In stock: {amount}</source>
   <translation>Bestand: {amount}</translation>
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
   <source>Accounts created</source>
   <translation>Konten angelegt</translation>
  </message>
  <message>
   <source>Address added</source>
   <translation>Adresse hinzugefügt</translation>
  </message>
  <message>
   <source>Address removed</source>
   <translation>Adresse entfernt</translation>
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
   <source>Card payment unclear</source>
   <translation>Kartenzahlung unklar</translation>
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
   <source>Company changed</source>
   <translation>Firma geändert</translation>
  </message>
  <message>
   <source>Contact added</source>
   <translation>Ansprechpartner hinzugefügt</translation>
  </message>
  <message>
   <source>Credit limit changed</source>
   <translation>Kreditlimit geändert</translation>
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
   <source>Customer unblocked</source>
   <translation>Kunde entsperrt</translation>
  </message>
  <message>
   <source>Demo shop created</source>
   <translation>Demogeschäft angelegt</translation>
  </message>
  <message>
   <source>Drawer counted</source>
   <translation>Lade gezählt</translation>
  </message>
  <message>
   <source>Drawer opened without a sale</source>
   <translation>Öffnung ohne Verkauf</translation>
  </message>
  <message>
   <source>Exchange rate saved</source>
   <translation>Kurs gespeichert</translation>
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
   <source>PIN changed</source>
   <translation>PIN geändert</translation>
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
   <source>Period closed</source>
   <translation>Zeitraum abgeschlossen</translation>
  </message>
  <message>
   <source>Price list created</source>
   <translation>Preisliste angelegt</translation>
  </message>
  <message>
   <source>Price list renamed</source>
   <translation>Preisliste umbenannt</translation>
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
   <source>Receipt printed again</source>
   <translation>Bon erneut gedruckt</translation>
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
   <source>Sign-in refused</source>
   <translation>Anmeldung abgelehnt</translation>
  </message>
  <message>
   <source>Signed in</source>
   <translation>Angemeldet</translation>
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
   <source>Tax added</source>
   <translation>Steuer hinzugefügt</translation>
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
   <source>Tender changed</source>
   <translation>Zahlungsart geändert</translation>
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
   <source>X report</source>
   <translation>X-Bericht</translation>
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
   <source>Pictures (*.png *.jpg *.jpeg)</source>
   <translation>Bilder (*.png *.jpg *.jpeg)</translation>
  </message>
  <message>
   <source>Saved. The next letter looks like this.</source>
   <translation>Gespeichert. Der nächste Brief sieht so aus.</translation>
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
 </context>
 <context>
  <name>LinePanel</name>
  <message>
   <source>Change the line</source>
   <translation>Position ändern</translation>
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
   <source>Type a price and a quantity.</source>
   <translation>Geben Sie Preis und Menge ein.</translation>
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
  <name>MorePanel</name>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
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
   <source>Categories</source>
   <translation>Warengruppen</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Kunden</translation>
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
   <source>Print queue</source>
   <translation>Druckaufträge</translation>
  </message>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
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
   <source>Stock</source>
   <translation>Bestand</translation>
  </message>
  <message>
   <source>Warehouse</source>
   <translation>Lager</translation>
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
   <source>Committed</source>
   <translation>Reserviert</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
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
   <source>Timeline</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>from quote {number}</source>
   <translation>aus Angebot {number}</translation>
  </message>
  <message>
   <source>net {net} · tax {tax} · total {gross}</source>
   <translation>netto {net} · Steuer {tax} · Summe {gross}</translation>
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
   <source>promised for {day}</source>
   <translation>zugesagt zum {day}</translation>
  </message>
  <message>
   <source>reference {text}</source>
   <translation>Bestellnr. {text}</translation>
  </message>
  <message>
   <source>valid until {day}</source>
   <translation>gültig bis {day}</translation>
  </message>
  <message>
   <source>wanted on {day}</source>
   <translation>gewünscht am {day}</translation>
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
   <source>Amended</source>
   <translation>Geändert</translation>
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
   <source>Delivered</source>
   <translation>Geliefert</translation>
  </message>
  <message>
   <source>Delivery</source>
   <translation>Lieferung</translation>
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
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Gesperrt</translation>
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
   <source>More billed than delivered</source>
   <translation>Mehr berechnet als geliefert</translation>
  </message>
  <message>
   <source>More discount than allowed</source>
   <translation>Mehr Rabatt als erlaubt</translation>
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
   <source>Pro-forma</source>
   <translation>Proforma</translation>
  </message>
  <message>
   <source>Promised for</source>
   <translation>Zugesagt zum</translation>
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
   <source>Record payment</source>
   <translation>Zahlung erfassen</translation>
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
   <source>Service done</source>
   <translation>Leistung erbracht</translation>
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
   <source>Shipped</source>
   <translation>Versandt</translation>
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
   <source>Customer</source>
   <translation>Kunde</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Tag</translation>
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
   <source>Next package</source>
   <translation>Nächstes Paket</translation>
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
   <source>A return cannot be parked. Finish it or void it.</source>
   <translation>Eine Rückgabe kann nicht geparkt werden. Schließen Sie sie ab oder stornieren Sie sie.</translation>
  </message>
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
   <source>Close a period</source>
   <translation>Zeitraum abschließen</translation>
  </message>
  <message>
   <source>Close a shift</source>
   <translation>Schicht abschließen</translation>
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
   <source>Import products</source>
   <translation>Artikel importieren</translation>
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
   <source>Put cash in or take it out</source>
   <translation>Einlagen und Entnahmen</translation>
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
   <source>Set credit terms</source>
   <translation>Kreditbedingungen festlegen</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Versenden</translation>
  </message>
  <message>
   <source>Take goods back</source>
   <translation>Ware zurücknehmen</translation>
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
   <source>Next: {place} · {quantity} × {name}</source>
   <translation>Weiter: {place} · {quantity} × {name}</translation>
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
   <source>Short</source>
   <translation>Fehlmenge</translation>
  </message>
  <message>
   <source>Take the rest</source>
   <translation>Rest nehmen</translation>
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
  <name>PriceListEditor</name>
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
  <name>Print</name>
  <message>
   <source>Cash slip</source>
   <translation>Kassenzettel</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Print a copy</source>
   <translation>Kopie drucken</translation>
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
   <source>Print jobs</source>
   <translation>Druckaufträge</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>Druckaufträge</translation>
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
   <source>{paper}, copy</source>
   <translation>{paper}, Kopie</translation>
  </message>
 </context>
 <context>
  <name>ProductEditor</name>
  <message>
   <source>New product</source>
   <translation>Neuer Artikel</translation>
  </message>
  <message>
   <source>Put into use</source>
   <translation>In Gebrauch nehmen</translation>
  </message>
  <message>
   <source>Take out of use</source>
   <translation>Außer Gebrauch nehmen</translation>
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
  <name>ReceiptPanel</name>
  <message>
   <source>Everything comes back</source>
   <translation>Alles kommt zurück</translation>
  </message>
  <message>
   <source>Lines of the receipt</source>
   <translation>Positionen des Bons</translation>
  </message>
  <message>
   <source>Print copy</source>
   <translation>Kopie drucken</translation>
  </message>
 </context>
 <context>
  <name>Receipts</name>
  <message>
   <source>A return begins with an empty cart: finish this one, park it or void it first.</source>
   <translation>Eine Rückgabe beginnt mit leerem Warenkorb: Schließen Sie diesen erst ab, parken oder stornieren Sie ihn.</translation>
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
   <source>Return: scan what comes back, or scan the receipt.</source>
   <translation>Rückgabe: Scannen Sie, was zurückkommt, oder den Bon.</translation>
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
   <source>{amount} come back</source>
   <translation>{amount} kommen zurück</translation>
  </message>
  <message>
   <source>{name} is not on this receipt any more.</source>
   <translation>{name} ist nicht mehr auf diesem Bon.</translation>
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
   <source>The program ended while this amount was being paid by card</source>
   <translation>Das Programm endete, während dieser Betrag mit Karte gezahlt wurde</translation>
  </message>
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
  <name>Refusal</name>
  <message>
   <source>A barcode may have at most {limit} characters; this has {length}.</source>
   <translation>Ein Barcode darf höchstens {limit} Zeichen haben; dieser hat {length}.</translation>
  </message>
  <message>
   <source>A card payment is still open on the terminal. Settle it first.</source>
   <translation>Am Terminal ist noch eine Kartenzahlung offen. Klären Sie diese zuerst.</translation>
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
   <source>A credit limit is 0 or more; leave it empty for no limit.</source>
   <translation>Ein Kreditlimit ist 0 oder mehr; leer bedeutet ohne Limit.</translation>
  </message>
  <message>
   <source>A discount can be at most 100 %. Enter a smaller one.</source>
   <translation>Ein Rabatt ist höchstens 100 %. Geben Sie einen kleineren ein.</translation>
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
   <source>A down payment is from 0 to 100 %. Enter it again.</source>
   <translation>Eine Anzahlung liegt zwischen 0 und 100 %. Geben Sie sie noch einmal ein.</translation>
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
   <source>A payment cannot be dated {on}; today is {today}.</source>
   <translation>Eine Zahlung kann nicht das Datum {on} tragen; heute ist {today}.</translation>
  </message>
  <message>
   <source>A price cannot be below 0. To take goods back, make a return.</source>
   <translation>Ein Preis kann nicht unter 0 liegen. Für zurückgebrachte Ware machen Sie eine Rückgabe.</translation>
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
   <source>A rate needs a currency of three letters and must be above 0.</source>
   <translation>Ein Kurs braucht eine Währung aus drei Buchstaben und muss über 0 liegen.</translation>
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
   <source>A shift is already open on this till. Close it before you open another.</source>
   <translation>An dieser Kasse ist schon eine Schicht offen. Schließen Sie diese ab, bevor Sie eine neue öffnen.</translation>
  </message>
  <message>
   <source>A tax rate is from 0 to {most} %, an amount per piece is 0 or more. Enter it again.</source>
   <translation>Ein Steuersatz liegt zwischen 0 und {most} %, ein Betrag je Stück ist 0 oder mehr. Geben Sie den Wert noch einmal ein.</translation>
  </message>
  <message>
   <source>An address needs a city and a street or a postcode. Enter them.</source>
   <translation>Eine Adresse braucht einen Ort und eine Straße oder Postleitzahl. Geben Sie diese ein.</translation>
  </message>
  <message>
   <source>An age limit is from 0 to 99 years.</source>
   <translation>Eine Altersgrenze liegt zwischen 0 und 99 Jahren.</translation>
  </message>
  <message>
   <source>An invoice cannot be dated {on}; today is {today}.</source>
   <translation>Eine Rechnung kann nicht das Datum {on} tragen; heute ist {today}.</translation>
  </message>
  <message>
   <source>Attribute</source>
   <translation>Merkmal</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Lagerplatz</translation>
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
   <source>Choose products and what shall change. Nothing was changed.</source>
   <translation>Wählen Sie Artikel und was sich ändern soll. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Choose two different places of ours.</source>
   <translation>Wählen Sie zwei verschiedene eigene Lagerorte.</translation>
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
   <source>Count the drawer before you close the shift.</source>
   <translation>Zählen Sie die Lade, bevor Sie die Schicht abschließen.</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Land</translation>
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
   <source>Detail</source>
   <translation>Einzelheit</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-Mail</translation>
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
   <source>Enter a {field} for the product.</source>
   <translation>Geben Sie für den Artikel an: {field}.</translation>
  </message>
  <message>
   <source>Enter an amount of more than 0.</source>
   <translation>Geben Sie einen Betrag über 0 ein.</translation>
  </message>
  <message>
   <source>Enter the name of the customer.</source>
   <translation>Geben Sie den Namen des Kunden ein.</translation>
  </message>
  <message>
   <source>Enter the name of the person who received the goods.</source>
   <translation>Geben Sie den Namen der Person ein, die die Ware angenommen hat.</translation>
  </message>
  <message>
   <source>Enter the name of the till.</source>
   <translation>Geben Sie den Namen der Kasse ein.</translation>
  </message>
  <message>
   <source>Enter the user's name.</source>
   <translation>Geben Sie den Namen des Benutzers ein.</translation>
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
   <source>Give a reason. Nothing was done.</source>
   <translation>Geben Sie einen Grund an. Es wurde nichts ausgeführt.</translation>
  </message>
  <message>
   <source>It does not tell its state.</source>
   <translation>Zustand unbekannt.</translation>
  </message>
  <message>
   <source>It is not certain that this was saved. The program looks it up before going on.</source>
   <translation>Es ist nicht sicher, ob dies gespeichert wurde. Das Programm prüft es, bevor es weitergeht.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Lot</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Lot {lot} expired on {on}. Send it back.</source>
   <translation>Charge {lot} ist am {on} abgelaufen. Schicken Sie sie zurück.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
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
   <source>No tax rate is in force on that day for {name}. Ask a manager to set the rate of its tax class.</source>
   <translation>Für {name} gilt an diesem Tag kein Steuersatz. Bitten Sie die Leitung, den Satz der Steuerklasse festzulegen.</translation>
  </message>
  <message>
   <source>No tax rate is in force today for {name}. Ask a manager to set the rate of its tax class.</source>
   <translation>Für {name} gilt heute kein Steuersatz. Bitten Sie die Leitung, den Satz der Steuerklasse festzulegen.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <source>Nothing was scanned yet. Scan what came in.</source>
   <translation>Es wurde noch nichts gescannt. Scannen Sie, was ankam.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
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
   <source>One invoice is for one customer and one currency. Choose documents that go together.</source>
   <translation>Eine Rechnung gilt für einen Kunden und eine Währung. Wählen Sie Belege, die zusammenpassen.</translation>
  </message>
  <message>
   <source>Only a posted invoice can be credited.</source>
   <translation>Nur eine gebuchte Rechnung kann gutgeschrieben werden.</translation>
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
   <source>Only {found} of {name} is committed to this order, not {wanted}. Allocate it first.</source>
   <translation>Von {name} sind nur {found} für diesen Auftrag reserviert, nicht {wanted}. Reservieren Sie zuerst.</translation>
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
   <source>Order {number} has nothing to pick now: its goods are not there, held back, or picked already.</source>
   <translation>Bei Auftrag {number} ist jetzt nichts zu picken: Die Ware fehlt, ist gesperrt oder schon gepickt.</translation>
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
   <source>Payment {number} was taken back and cannot be used.</source>
   <translation>Zahlung {number} wurde zurückgenommen und ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Postcode</source>
   <translation>PLZ</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Referenz</translation>
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
   <source>Say why the stock is changed. Nothing was booked.</source>
   <translation>Geben Sie an, warum der Bestand geändert wird. Es wurde nichts gebucht.</translation>
  </message>
  <message>
   <source>Say why. Nothing was changed.</source>
   <translation>Geben Sie einen Grund an. Es wurde nichts geändert.</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Dienst</translation>
  </message>
  <message>
   <source>Sign in first.</source>
   <translation>Melden Sie sich zuerst an.</translation>
  </message>
  <message>
   <source>Somebody else changed this in the meantime. Reload and try again.</source>
   <translation>Das wurde inzwischen von jemand anderem geändert. Laden Sie neu und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Street</source>
   <translation>Straße</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Lieferant</translation>
  </message>
  <message>
   <source>Takings is running already on this data. Its window was brought to the front.</source>
   <translation>Takings läuft mit diesen Daten bereits. Sein Fenster wurde nach vorn geholt.</translation>
  </message>
  <message>
   <source>Tax {code} of this class has a rate from {start} on already. Choose another first day.</source>
   <translation>Steuer {code} dieser Klasse hat ab {start} schon einen Satz. Wählen Sie einen anderen ersten Tag.</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>That card payment is not there.</source>
   <translation>Diese Kartenzahlung gibt es nicht.</translation>
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
   <source>That invoice is not there any more. Reload the list.</source>
   <translation>Diese Rechnung gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That line is not in the cart any more.</source>
   <translation>Diese Position ist nicht mehr im Warenkorb.</translation>
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
   <source>That payment is not in the list any more.</source>
   <translation>Diese Zahlung ist nicht mehr in der Liste.</translation>
  </message>
  <message>
   <source>That payment is not there any more. Reload the list.</source>
   <translation>Diese Zahlung gibt es nicht mehr. Laden Sie die Liste neu.</translation>
  </message>
  <message>
   <source>That pick list is not there any more. Reload the list.</source>
   <translation>Diese Pickliste gibt es nicht mehr. Laden Sie die Liste neu.</translation>
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
   <source>That sale is not parked any more: somebody else has taken it up.</source>
   <translation>Dieser Verkauf ist nicht mehr geparkt: Jemand anderes hat ihn aufgenommen.</translation>
  </message>
  <message>
   <source>That shipment is not there any more. Reload the list.</source>
   <translation>Diese Lieferung gibt es nicht mehr. Laden Sie die Liste neu.</translation>
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
   <source>The PDF cannot be written to {path} ({detail}).</source>
   <translation>Das PDF kann nicht nach {path} geschrieben werden ({detail}).</translation>
  </message>
  <message>
   <source>The address has no country. Enter its two letters, for example DE.</source>
   <translation>Der Adresse fehlt das Land. Geben Sie seine zwei Buchstaben ein, zum Beispiel DE.</translation>
  </message>
  <message>
   <source>The amount must be more than 0.</source>
   <translation>Der Betrag muss größer als 0 sein.</translation>
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
   <source>The books are closed until {until} already and are not opened again.</source>
   <translation>Die Bücher sind schon bis {until} abgeschlossen und werden nicht wieder geöffnet.</translation>
  </message>
  <message>
   <source>The books are closed until {until}. Choose a later date; {on} cannot be booked any more.</source>
   <translation>Die Bücher sind bis {until} abgeschlossen. Wählen Sie ein späteres Datum; auf {on} kann nicht mehr gebucht werden.</translation>
  </message>
  <message>
   <source>The count does not add up: amounts cannot be below 0. Count again.</source>
   <translation>Die Zählung geht nicht auf: Beträge können nicht unter 0 liegen. Zählen Sie neu.</translation>
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
   <source>The difference of {difference} is over the limit of {limit}. A manager has to accept it.</source>
   <translation>Die Differenz von {difference} liegt über der Grenze von {limit}. Die Leitung muss sie annehmen.</translation>
  </message>
  <message>
   <source>The discount</source>
   <translation>Der Rabatt</translation>
  </message>
  <message>
   <source>The disk is full. Nothing was saved; free some space and try again.</source>
   <translation>Der Datenträger ist voll. Nichts wurde gespeichert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
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
   <source>The invoice is held: {reasons}. Correct it, or let somebody who may release it.</source>
   <translation>Die Rechnung ist gesperrt: {reasons}. Berichtigen Sie sie, oder lassen Sie sie von einer berechtigten Person freigeben.</translation>
  </message>
  <message>
   <source>The label {code} says a price or weight of 0. Weigh the goods again.</source>
   <translation>Das Etikett {code} nennt Preis oder Gewicht 0. Wiegen Sie die Ware noch einmal.</translation>
  </message>
  <message>
   <source>The last document of this series is dated {last}. An invoice cannot be dated {on}, before it.</source>
   <translation>Der letzte Beleg dieser Reihe ist vom {last}. Eine Rechnung kann nicht das frühere Datum {on} tragen.</translation>
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
   <source>The order has no lines. Add what the customer wants.</source>
   <translation>Der Auftrag hat keine Positionen. Fügen Sie hinzu, was der Kunde wünscht.</translation>
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
   <source>The sale was not booked. Nothing is lost: press Enter to try again.</source>
   <translation>Der Verkauf wurde nicht gebucht. Nichts ist verloren: Drücken Sie Enter, um es noch einmal zu versuchen.</translation>
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
   <source>The shift of till {code} is open. Close it, then retire the till.</source>
   <translation>Die Schicht der Kasse {code} ist offen. Schließen Sie sie ab, dann legen Sie die Kasse still.</translation>
  </message>
  <message>
   <source>The signature is too big to keep. Draw it again.</source>
   <translation>Die Unterschrift ist zu groß zum Speichern. Zeichnen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>The stored PDF of {number} is not the one that was written (SHA-256 differs). Restore it from a backup before you send it.</source>
   <translation>Das gespeicherte PDF von {number} ist nicht das geschriebene (SHA-256 weicht ab). Holen Sie es vor dem Senden aus einer Sicherung zurück.</translation>
  </message>
  <message>
   <source>The tax would end on {end}, before it begins on {start}. Choose a later day.</source>
   <translation>Die Steuer würde am {end} enden, bevor sie am {start} beginnt. Wählen Sie einen späteren Tag.</translation>
  </message>
  <message>
   <source>The tenders come to {surplus} more than the total. Remove one and try again.</source>
   <translation>Die Zahlungen liegen um {surplus} über der Summe. Entfernen Sie eine und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The time of delivery lies before the goods left, or in the future. Enter it again.</source>
   <translation>Der Zeitpunkt der Lieferung liegt vor dem Versand oder in der Zukunft. Geben Sie ihn noch einmal ein.</translation>
  </message>
  <message>
   <source>The tracking number has characters that no carrier uses. Scan or type it again on one line.</source>
   <translation>Die Sendungsnummer enthält Zeichen, die kein Versanddienst verwendet. Scannen oder tippen Sie sie noch einmal in einer Zeile.</translation>
  </message>
  <message>
   <source>The {device} does not work: {detail}</source>
   <translation>{device} funktioniert nicht: {detail}</translation>
  </message>
  <message>
   <source>The {lane} does not keep up: too much is waiting for it. Check the device.</source>
   <translation>{lane} kommt nicht nach: Es wartet zu viel. Prüfen Sie das Gerät.</translation>
  </message>
  <message>
   <source>There is a category “{name}” already.</source>
   <translation>Die Warengruppe „{name}“ gibt es schon.</translation>
  </message>
  <message>
   <source>There is a price list {code} already. Choose another code.</source>
   <translation>Die Preisliste {code} gibt es schon. Wählen Sie einen anderen Code.</translation>
  </message>
  <message>
   <source>There is a shop in {where} already: {name}. The demo shop needs an empty data folder.</source>
   <translation>In {where} gibt es schon ein Geschäft: {name}. Das Demogeschäft braucht einen leeren Datenordner.</translation>
  </message>
  <message>
   <source>There is a tax class {code} already. Choose another code.</source>
   <translation>Die Steuerklasse {code} gibt es schon. Wählen Sie einen anderen Code.</translation>
  </message>
  <message>
   <source>There is no device called “{role}”; there are {roles}.</source>
   <translation>Es gibt kein Gerät „{role}“; es gibt {roles}.</translation>
  </message>
  <message>
   <source>There is no file {path}. Choose a backup.</source>
   <translation>Es gibt keine Datei {path}. Wählen Sie eine Sicherung.</translation>
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
   <source>There is no price list in {currency} {tax}. Make one first, or choose a list.</source>
   <translation>Es gibt keine Preisliste in {currency} {tax}. Legen Sie zuerst eine an, oder wählen Sie eine Liste.</translation>
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
   <source>There is no tax class {code}. Tax classes here: {known}.</source>
   <translation>Es gibt keine Steuerklasse {code}. Steuerklassen hier: {known}.</translation>
  </message>
  <message>
   <source>There is no till {code}. Tills here: {known}.</source>
   <translation>Es gibt keine Kasse {code}. Kassen hier: {known}.</translation>
  </message>
  <message>
   <source>There is no {role} to test here. Roles: printer, drawer, display.</source>
   <translation>Hier gibt es kein Gerät „{role}“ zu testen. Geräte: printer, drawer, display.</translation>
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
   <source>This class has the tax {code} already. Change its rate, or choose another code.</source>
   <translation>Diese Klasse hat die Steuer {code} schon. Ändern Sie ihren Satz, oder wählen Sie einen anderen Code.</translation>
  </message>
  <message>
   <source>This database was made by a newer version of Takings ({found}). Update the program first.</source>
   <translation>Diese Datenbank stammt von einer neueren Version von Takings ({found}). Aktualisieren Sie zuerst das Programm.</translation>
  </message>
  <message>
   <source>This file is no picture that can be printed. Choose a PNG or JPEG of up to 4000 pixels a side.</source>
   <translation>Diese Datei ist kein Bild, das sich drucken lässt. Wählen Sie ein PNG oder JPEG mit höchstens 4000 Pixeln je Seite.</translation>
  </message>
  <message>
   <source>This invoice is not posted yet, so it has no PDF to send. Post it first.</source>
   <translation>Diese Rechnung ist noch nicht gebucht und hat daher kein PDF. Buchen Sie sie zuerst.</translation>
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
   <source>This is {current} and cannot become {target}.</source>
   <translation>Der Stand ist „{current}“ und kann nicht „{target}“ werden.</translation>
  </message>
  <message>
   <source>This rate of tax {code} ended on {end}. Change the rate that is in force, or add the tax anew.</source>
   <translation>Dieser Satz der Steuer {code} endete am {end}. Ändern Sie den geltenden Satz, oder legen Sie die Steuer neu an.</translation>
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
   <source>This was undone already, or was never applied.</source>
   <translation>Das wurde schon zurückgenommen oder nie zugeordnet.</translation>
  </message>
  <message>
   <source>Till {till} has no Z report {number}.</source>
   <translation>Kasse {till} hat keinen Z-Bericht {number}.</translation>
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
   <source>Wrong item: {scanned} is not {wanted}. Put it back and scan {wanted}.</source>
   <translation>Falscher Artikel: {scanned} ist nicht {wanted}. Legen Sie ihn zurück und scannen Sie {wanted}.</translation>
  </message>
  <message>
   <source>You are at this till now. Retire it from another one.</source>
   <translation>Sie sind gerade an dieser Kasse. Legen Sie sie von einer anderen aus still.</translation>
  </message>
  <message>
   <source>a card terminal is worked by hand (manual:) or there is none (none:)</source>
   <translation>ein Kartenterminal wird von Hand bedient (manual:), oder es gibt keines (none:)</translation>
  </message>
  <message>
   <source>a drawer is on the printer (printer:) or there is none (none:)</source>
   <translation>eine Lade hängt am Drucker (printer:), oder es gibt keine (none:)</translation>
  </message>
  <message>
   <source>a port is a number up to 65535, an option is name=value</source>
   <translation>ein Port ist eine Zahl bis 65535, eine Option ist Name=Wert</translation>
  </message>
  <message>
   <source>amended</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <source>another program is using it.</source>
   <translation>ein anderes Programm benutzt das Gerät.</translation>
  </message>
  <message>
   <source>approve</source>
   <translation>freigeben</translation>
  </message>
  <message>
   <source>card terminal</source>
   <translation>Kartenterminal</translation>
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
   <source>done</source>
   <translation>Erledigt</translation>
  </message>
  <message>
   <source>everything</source>
   <translation>alles</translation>
  </message>
  <message>
   <source>it answers what no such device says. Check the address and the speed.</source>
   <translation>unverständliche Antwort. Prüfen Sie Adresse und Geschwindigkeit.</translation>
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
   <source>it could not be copied</source>
   <translation>sie ließ sich nicht kopieren</translation>
  </message>
  <message>
   <source>it does not answer in time.</source>
   <translation>keine rechtzeitige Antwort.</translation>
  </message>
  <message>
   <source>it has no paper. Put in a new roll.</source>
   <translation>kein Papier. Legen Sie eine neue Rolle ein.</translation>
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
   <source>it is not ready. Look at its lights.</source>
   <translation>nicht bereit. Sehen Sie auf die Lämpchen.</translation>
  </message>
  <message>
   <source>it is not there. Check that it is switched on and plugged in.</source>
   <translation>nicht gefunden. Prüfen Sie, ob das Gerät eingeschaltet und angeschlossen ist.</translation>
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
   <source>it names no port, as in serial:///dev/ttyUSB0 or serial://COM5</source>
   <translation>sie nennt keine Schnittstelle, wie serial:///dev/ttyUSB0 oder serial://COM5</translation>
  </message>
  <message>
   <source>it refuses the connection. Check the address and the rights.</source>
   <translation>Verbindung abgelehnt. Prüfen Sie Adresse und Rechte.</translation>
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
   <source>name of the packaging</source>
   <translation>Name des Gebindes</translation>
  </message>
  <message>
   <source>printer</source>
   <translation>Drucker</translation>
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
   <source>scanner</source>
   <translation>Scanner</translation>
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
   <source>there is no such folder</source>
   <translation>diesen Ordner gibt es nicht</translation>
  </message>
  <message>
   <source>this line</source>
   <translation>diese Position</translation>
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
   <source>{code} is the only till in use. Add another till before you retire it.</source>
   <translation>{code} ist die einzige Kasse in Gebrauch. Legen Sie eine andere an, bevor Sie sie stilllegen.</translation>
  </message>
  <message>
   <source>{count} products are not counted yet. Count them, or say that they are 0.</source>
   <translation>{count} Artikel sind noch nicht gezählt. Zählen Sie diese, oder geben Sie 0 an.</translation>
  </message>
  <message>
   <source>{field} may have at most {limit} characters; this has {length}.</source>
   <translation>{field} darf höchstens {limit} Zeichen haben; hier sind es {length}.</translation>
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
   <source>{name} ({number}) may be the same customer. Choose that one, or create a new one all the same.</source>
   <translation>{name} ({number}) könnte derselbe Kunde sein. Wählen Sie ihn, oder legen Sie trotzdem einen neuen an.</translation>
  </message>
  <message>
   <source>{name} cannot be read at line {line}: {reason}. Lines before it may be in; nothing after it is.</source>
   <translation>{name} ist in Zeile {line} nicht lesbar: {reason}. Zeilen davor können übernommen sein; danach nichts.</translation>
  </message>
  <message>
   <source>{name} gets no discount. Take the discount off this line.</source>
   <translation>{name} ist nicht rabattfähig. Entfernen Sie den Rabatt von dieser Position.</translation>
  </message>
  <message>
   <source>{name} has no column for the {missing}. Its columns are: {found}. Rename one, or choose a profile that fits the file.</source>
   <translation>{name} hat keine Spalte für: {missing}. Die Spalten sind: {found}. Benennen Sie eine um, oder wählen Sie ein passendes Profil.</translation>
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
   <source>{name} is neither a CSV nor an XLSX file. Save it as one of them and try again.</source>
   <translation>{name} ist weder CSV- noch XLSX-Datei. Speichern Sie sie in einem dieser Formate und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>{name} is no service. It is delivered by a shipment.</source>
   <translation>{name} ist keine Dienstleistung. Geliefert wird mit einer Lieferung.</translation>
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
   <source>{name} may not do this ({permission}). Ask somebody who may to approve it.</source>
   <translation>{name} darf das nicht ({permission}). Bitten Sie eine berechtigte Person um Freigabe.</translation>
  </message>
  <message>
   <source>{name} may owe at most {limit}; with this sale it would be {exposure}. Take another tender.</source>
   <translation>{name} darf höchstens {limit} schulden; mit diesem Verkauf wären es {exposure}. Nehmen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>{name}: this PIN was not accepted.</source>
   <translation>{name}: Diese PIN wurde nicht angenommen.</translation>
  </message>
  <message>
   <source>{number} is in {currency}. Record the payment in that currency.</source>
   <translation>{number} lautet auf {currency}. Erfassen Sie die Zahlung in dieser Währung.</translation>
  </message>
  <message>
   <source>{number} is not a document of this kind, so its paper cannot be made.</source>
   <translation>{number} ist kein Beleg dieser Art; das Papier lässt sich nicht erstellen.</translation>
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
   <source>{path} is not training data. Move it away and start the training again.</source>
   <translation>{path} enthält keine Schulungsdaten. Verschieben Sie es und starten Sie die Schulung neu.</translation>
  </message>
  <message>
   <source>{path} is there already. Choose another name for the backup.</source>
   <translation>{path} gibt es schon. Wählen Sie einen anderen Namen für die Sicherung.</translation>
  </message>
  <message>
   <source>{reference}: {left} is still expected, {wanted} came in. Ask whether to keep it.</source>
   <translation>{reference}: {left} werden noch erwartet, {wanted} kamen an. Fragen Sie, ob die Ware bleiben soll.</translation>
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
   <source>{what} is beyond your limit of {limit} %. A supervisor has to approve it.</source>
   <translation>{what} liegt über Ihrer Grenze von {limit} %. Die Aufsicht muss freigeben.</translation>
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
   <source>“{name}” still has products. Move them to another category first.</source>
   <translation>„{name}“ enthält noch Artikel. Verschieben Sie diese zuerst in eine andere Warengruppe.</translation>
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
   <source>“{text}” is not an amount. Type it like {example}.</source>
   <translation>„{text}“ ist kein Betrag. Schreiben Sie ihn wie {example}.</translation>
  </message>
  <message>
   <source>“{text}” is too large.</source>
   <translation>„{text}“ ist zu groß.</translation>
  </message>
  <message>
   <source>“{url}” is no address of a database. Examples: sqlite:///shop.db, postgresql://till@server/takings</source>
   <translation>„{url}“ ist keine Datenbankadresse. Beispiele: sqlite:///shop.db, postgresql://till@server/takings</translation>
  </message>
  <message>
   <source>“{url}” is no device address: {why}.</source>
   <translation>„{url}“ ist keine Geräteadresse: {why}.</translation>
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
   <source>Preview of the receipt</source>
   <translation>Vorschau des Bons</translation>
  </message>
  <message>
   <source>Print copy</source>
   <translation>Kopie drucken</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Bons</translation>
  </message>
  <message>
   <source>Search for a receipt</source>
   <translation>Bon suchen</translation>
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
  <name>SalesSection</name>
  <message>
   <source>Cashier and customer</source>
   <translation>Kassierer und Kunde</translation>
  </message>
  <message>
   <source>Choose other days or search for a number.</source>
   <translation>Wählen Sie andere Tage oder suchen Sie eine Nummer.</translation>
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
   <source>No sales here</source>
   <translation>Hier gibt es keine Verkäufe</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Print a copy</source>
   <translation>Kopie drucken</translation>
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
   <source>Total</source>
   <translation>Summe</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
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
  <name>SearchLine</name>
  <message>
   <source>Clear</source>
   <translation>Löschen</translation>
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
   <source>Devices</source>
   <translation>Geräte</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Briefe</translation>
  </message>
  <message>
   <source>Price lists</source>
   <translation>Preislisten</translation>
  </message>
  <message>
   <source>Roles</source>
   <translation>Rollen</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Scanner</translation>
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
  <name>Stock</name>
  <message>
   <source>Adjustment</source>
   <translation>Korrektur</translation>
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
   <source>Own use</source>
   <translation>Eigenverbrauch</translation>
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
   <source>Stolen</source>
   <translation>Diebstahl</translation>
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
   <source>Barcode</source>
   <translation>Barcode</translation>
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
   <source>History</source>
   <translation>Verlauf</translation>
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
   <source>Scan, or search: any word of name, number or barcode</source>
   <translation>Scannen oder suchen: Wort aus Name, Nummer oder Barcode</translation>
  </message>
  <message>
   <source>Search for other words, or scan.</source>
   <translation>Suchen Sie andere Wörter, oder scannen Sie.</translation>
  </message>
  <message>
   <source>Stock</source>
   <translation>Bestand</translation>
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
  <name>TileGrid</name>
  <message>
   <source>Products</source>
   <translation>Artikel</translation>
  </message>
 </context>
 <context>
  <name>Till</name>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
  </message>
  <message>
   <source>Cash</source>
   <translation>Bar</translation>
  </message>
  <message>
   <source>Exact</source>
   <translation>Passend</translation>
  </message>
  <message>
   <source>It is not known whether the card was charged. Look at the terminal before you go on.</source>
   <translation>Es ist unklar, ob die Karte belastet wurde. Sehen Sie am Terminal nach, bevor Sie weitermachen.</translation>
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
   <source>Select a line first.</source>
   <translation>Wählen Sie zuerst eine Position.</translation>
  </message>
  <message>
   <source>Sell {amount} on account of {name}</source>
   <translation>{amount} auf Rechnung an {name} verkaufen</translation>
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
   <source>The card was declined. Take another tender.</source>
   <translation>Die Karte wurde abgelehnt. Nehmen Sie eine andere Zahlungsart.</translation>
  </message>
  <message>
   <source>The receipt is printing…</source>
   <translation>Der Bon wird gedruckt…</translation>
  </message>
  <message>
   <source>Unknown code: the item was not added.</source>
   <translation>Unbekannter Code: Der Artikel wurde nicht erfasst.</translation>
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
   <source>only {amount}</source>
   <translation>nur {amount}</translation>
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
   <source>Reprint</source>
   <translation>Nachdruck</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Rückgabe</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suche</translation>
  </message>
  <message>
   <source>Switch cashier</source>
   <translation>Kassierer wechseln</translation>
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
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Difference allowed</source>
   <translation>Erlaubte Differenz</translation>
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
  <name>WarehouseSection</name>
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
</TS>
