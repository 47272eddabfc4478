<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
  <name>UsersPage</name>
  <message numerus="yes">
   <source>%n wrong PINs</source>
   <translation>
    <numerusform>%n wrong PIN</numerusform>
    <numerusform>%n wrong PINs</numerusform>
   </translation>
  </message>
 </context>
</TS>
