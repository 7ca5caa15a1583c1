import { type NameList, nameList } from './name-list.ts';

/** Names in Latin letters, nearly all with marks that plain ASCII lacks. */
export const LATIN_NAMES: NameList[] = [
  nameList('croatian', 290, {
    given: `Ana Ivana Marija Petra Lucija Mia Ema Sara Nikolina Željka Snježana Dunja Vesna
     Jasna Mirjana Tihana Đurđica Ivo Ivan Marko Luka Josip Tomislav Hrvoje Krešimir Ante
     Stjepan Domagoj Zvonimir Goran Davor Siniša Žarko Dražen Matej Filip Bruno Vedran
     Igor Boris Neven Ljiljana Božena Katarina Martina Maja Nataša Dubravka`,
    family: `Kovač Kovačević Horvat Babić Marić Novak Jurić Knežević Vuković Marković Petrović
     Matić Tomić Pavlović Božić Blažević Grgić Pavić Radić Šarić Lovrić Vidović Perić
     Šimić Jukić Lončar Đurić Barišić Žanić Čular Škoro Vučković Hadžić Filipović
     Živković Brkić Ćosić Rukavina Špoljar Krznarić Pavelić Štimac Bašić Galić Mlinarić
     Zorić Šestak Bukovac Dujmović Jelačić Modrić Stipanović Tadić Ožbolt Vrdoljak
     Crnković Kralj`,
  }),
  nameList('czech women', 45, {
    given:
      'Tereza Eliška Kateřina Žaneta Lenka Růžena Markéta Zuzana Šárka Jiřina Běla Ludmila Radka Petra Hana',
    family: `Nováková Dvořáková Černá Procházková Kučerová Veselá Němcová Růžičková Křížová
     Šťastná Doležalová Bartošová Říhová Kadlecová Tůmová Žáková Pešková Hájková`,
  }),
  nameList('czech men', 45, {
    given: 'Jiří Marek Ondřej Tomáš Vojtěch Zdeněk Luboš Matěj Řehoř Václav Štěpán Aleš Radim Miloš Karel',
    family: `Novák Dvořák Černý Procházka Kučera Veselý Němec Růžička Kříž Šťastný Doležal Bartoš
     Říha Kadlec Tůma Žák Pešek Hájek`,
  }),
  nameList('polish', 85, {
    given: `Agnieszka Małgorzata Zofia Łucja Grażyna Bożena Kinga Jadwiga Paweł Łukasz Michał
     Grzegorz Stanisław Wojciech Sławomir Józef Błażej Rafał Krzysztof Elżbieta`,
    family: `Wójcik Zając Wróbel Gołąb Dąbek Pająk Sikora Mazur Kołodziej Krawczyk Stępień Kozioł
     Błaszczyk Gajda Łuczak Śliwa Żak Cieślak Szymczak Sęk Głąb Pawlak Jóźwiak Kępa`,
  }),
  nameList('german', 105, {
    given: `Jürgen Jörg Günter Käthe Björn Sören Anneliese Uwe Heike Lukas Felix Jonas Hannah
     Lea Greta Matthias Karl-Heinz Hans-Peter Anne-Marie Ulrike Dörte Rüdiger Götz Bärbel`,
    family: `Müller Mueller Schröder Köhler Weiß Groß Krüger Schäfer Jäger Böhm Vögele Lütke
     Strauß Hübner Pötzl Grünwald Weber Wagner Becker Hofmann Meyer-Brandt Kraus Lindner
     Böttcher Käfer Schwäbl Haßler`,
  }),
  nameList('italian', 65, {
    given: `Niccolò Maria Chiara Lucia Matteo Giulia Alessandro Francesca Beatrice Pietro Carlo
     Tommaso Noè Rosalia Giosuè Letizia Ettore Ilaria`,
    family: `D'Angelo D'Amico Dell'Acqua Conti Ferraro Nicolò Bianchi Greco Lo_Presti De_Santis
     Dall'Oglio Moretti Cafà Fabbri Zanetti Caruso L'Abbate Mannarà Rinaldi`,
  }),
  nameList('british and irish', 95, {
    given: `Siobhán Niamh Aoife Seán Róisín Caoimhe Bob Kate Liz Tom Owen Rhys Dana Zoë Chloë
     Graham Nigel Fiona Eoghan Maeve Ruth Alistair`,
    family: `O'Neill O'Brien O'Connor O'Sullivan Ó_Briain Whitlock MacGrath Fitzgerald Hart
     Smith-Jones Adler Byrne Ashworth Tapscott Penrose Llewellyn Hargreave Ni_Dhuibhne
     Osei Okafor Blum Kellaway`,
  }),
  nameList('spanish and portuguese', 75, {
    given: `José María_José Lucía Íñigo Begoña Raúl Inés Álvaro Mónica João Conceição Tomás
     Sofía Andrés Joaquín Nuño Rocío Martín Belén Simão`,
    family: `García_López Martínez_Peña Muñoz_Ibáñez Rey Fernández_Núñez Gómez_Ávila Araújo
     Magalhães Conceição Ibarra_Güell Núñez Peña_Soler Castaño Ferreira Gonçalves
     Ordóñez_Ruiz Sáez Vélez_Mora Brandão`,
  }),
  nameList('french', 30, {
    given: 'Éloïse François Hélène Noémie Jean-Luc Anaïs Gaëlle Benoît Aurélie Thérèse Rémi Jérôme Maëlys',
    family:
      "Lefèvre D'Hérouville Beauséjour Gauthier Mérieux Desprès L'Hôte Chaâl Crépin Préjean Saint-Exuvier",
  }),
  nameList('nordic', 30, {
    given: 'Åsa Øyvind Søren Malin Björk Jørgen Åke Ingrid Märta Torbjørn Solveig Kjærsti Håkon',
    family:
      'Åkesson Ødegård Sørensen Lindström Bjørnstad Hägg Nygård Møller Kjær Þórsson Sjöberg Østby Blåberg',
  }),
  nameList('hungarian', 25, {
    given: 'László Zsófia Gergő Ágnes Tünde Örs István Ildikó Győző Piroska Árpád Etelka',
    family: 'Szűcs Kovács Tóth Nagy Vörös Gőz Fehér Sípos Bíró Erdős Pásztor Kőszegi Szőke',
  }),
  nameList('turkish and romanian', 25, {
    given: 'Ayşe Gülşen Çağla İlker Şükrü Tuğba Ștefan Mihăiță Ioana Răzvan Andreea Ümit Özlem Dragoș',
    family: 'Yılmaz Çelik Şahin Öztürk Güneş Bălan Țurcanu Ionescu Stănescu Kılıç Doğan Chirilă Mușat',
  }),
];
