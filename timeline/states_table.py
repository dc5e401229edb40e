"""The states of the world, past and present, one row each, and the words of their organs: facts that `timeline.states` gives meaning.

Columns: name | official name | ISO 3166 alpha-2 | alpha-3 | CAMEO codes other than alpha-3 | other names | capitals | demonyms |
metonyms of the government. Items of a column are parted by `; `; in the ISO columns withdrawn codes follow the present one.
An item after `!` is a fact that recognises nothing, because the word usually means something else (`Brussels` the European Union, `PM`
a prime minister) or belongs to two states (`Korean`). A capital named like its state (Singapore) is left out.
"""

STATES = """\
Afghanistan|Islamic Republic of Afghanistan|AF|AFG||Islamic Emirate of Afghanistan|Kabul|Afghan; Afghani|
Albania|Republic of Albania|AL|ALB||People's Socialist Republic of Albania|Tirana|Albanian|
Algeria|People's Democratic Republic of Algeria|DZ|DZA||Democratic and Popular Republic of Algeria|Algiers|Algerian|El Mouradia
Andorra|Principality of Andorra|AD|AND|||Andorra la Vella|Andorran|
Angola|Republic of Angola|AO|AGO||People's Republic of Angola|Luanda|Angolan|
Antigua and Barbuda|Antigua and Barbuda|AG|ATG||Antigua|!Saint John's|Antiguan; Barbudan|
Argentina|Argentine Republic|AR|ARG|||Buenos Aires|Argentine; Argentinian; Argentinean|Casa Rosada; Palacio San Martín
Armenia|Republic of Armenia|AM|ARM|||Yerevan|Armenian|
Australia|Commonwealth of Australia|AU|AUS|||Canberra|Australian|
Austria|Republic of Austria|AT|AUT|||Vienna|Austrian|Ballhausplatz
Azerbaijan|Republic of Azerbaijan|AZ|AZE|||Baku|Azerbaijani; Azeri|Milli Majlis
Bahamas|Commonwealth of The Bahamas|BS|BHS||The Bahamas|Nassau|Bahamian|
Bahrain|Kingdom of Bahrain|BH|BHR||State of Bahrain|Manama|Bahraini|
Bangladesh|People's Republic of Bangladesh|BD|BGD|||Dhaka; Dacca|Bangladeshi|Bangabhaban; Jatiya Sangsad
Barbados|Barbados|BB|BRB|||Bridgetown|Barbadian; Bajan|
Belarus|Republic of Belarus|BY|BLR; BYS||Byelorussia; Belorussia; Byelorussian SSR; Byelorussian Soviet Socialist Republic|Minsk|Belarusian; Belarussian; Byelorussian|
Belgium|Kingdom of Belgium|BE|BEL|||!Brussels|Belgian|
Belize|Belize|BZ|BLZ||British Honduras|Belmopan|Belizean|
Benin|Republic of Benin|BJ; DY|BEN; DHY||Dahomey; People's Republic of Benin|Porto-Novo; Cotonou|Beninese; Dahomeyan|
Bhutan|Kingdom of Bhutan|BT|BTN|||Thimphu|Bhutanese|
Bolivia|Plurinational State of Bolivia|BO|BOL||Republic of Bolivia|La Paz; !Sucre|Bolivian|Palacio Quemado
Bosnia and Herzegovina|Bosnia and Herzegovina|BA|BIH||Bosnia; Bosnia-Herzegovina; BiH; Republic of Bosnia and Herzegovina|Sarajevo|Bosnian; Bosnian-Herzegovinian|
Botswana|Republic of Botswana|BW|BWA||Bechuanaland|Gaborone|Botswanan; Motswana; Batswana|
Brazil|Federative Republic of Brazil|BR|BRA||Brasil|Brasília|Brazilian|Planalto; Planalto Palace; Itamaraty; Itamaraty Palace
Brunei|Brunei Darussalam|BN|BRN||Nation of Brunei|Bandar Seri Begawan|Bruneian|
Bulgaria|Republic of Bulgaria|BG|BGR||People's Republic of Bulgaria|Sofia|Bulgarian|
Burkina Faso|Burkina Faso|BF; HV|BFA; HVO||Upper Volta; Republic of Upper Volta; Burkina|Ouagadougou|Burkinabe; Burkinabè; Burkinese; Upper Voltan|
Burundi|Republic of Burundi|BI|BDI|||Gitega; Bujumbura|Burundian|
Cambodia|Kingdom of Cambodia|KH|KHM||Kampuchea; Democratic Kampuchea; People's Republic of Kampuchea; Khmer Republic|Phnom Penh|Cambodian; Kampuchean|
Cameroon|Republic of Cameroon|CM|CMR||United Republic of Cameroon|Yaoundé|Cameroonian|
Canada|Canada|CA|CAN||Dominion of Canada|Ottawa|Canadian|Parliament Hill; Rideau Hall; Global Affairs Canada
Cape Verde|Republic of Cabo Verde|CV|CPV||Cabo Verde; Republic of Cape Verde|Praia|Cape Verdean; Cabo Verdean|
Central African Republic|Central African Republic|CF|CAF||CAR; Central African Empire|Bangui|Central African|
Chad|Republic of Chad|TD|TCD|||N'Djamena|Chadian|
Chile|Republic of Chile|CL|CHL|||Santiago; Santiago de Chile|Chilean|La Moneda; La Moneda Palace
China|People's Republic of China|CN|CHN||PRC; PR China; Mainland China; Communist China|Beijing; Peking|Chinese|Zhongnanhai; Great Hall of the People; National People's Congress
Colombia|Republic of Colombia|CO|COL|||Bogotá; Bogota, D.C.|Colombian|Casa de Nariño
Comoros|Union of the Comoros|KM|COM||Comoro Islands; Federal Islamic Republic of the Comoros|Moroni|Comorian; Comoran|
Costa Rica|Republic of Costa Rica|CR|CRI|||!San José|Costa Rican|
Croatia|Republic of Croatia|HR|HRV|||Zagreb|Croatian; Croat|
Cuba|Republic of Cuba|CU|CUB|||Havana|Cuban|
Cyprus|Republic of Cyprus|CY|CYP|||Nicosia|Cypriot; Greek Cypriot|
Czech Republic|Czech Republic|CZ|CZE||Czechia|Prague|Czech|Czernin Palace; Prague Castle
Democratic Republic of the Congo|Democratic Republic of the Congo|CD; ZR|COD; ZAR||DRC; DR Congo; D.R. Congo; DROC; Democratic Republic of Congo; Congo-Kinshasa; Dem. Rep. Congo; Dem. Rep. of the Congo; Zaire; Republic of Zaire|Kinshasa|!Congolese; Zairian; Zairean|
Denmark|Kingdom of Denmark|DK|DNK|||Copenhagen|Danish; Dane|Christiansborg; Folketing; Amalienborg
Djibouti|Republic of Djibouti|DJ|DJI||||Djiboutian|
Dominica|Commonwealth of Dominica|DM|DMA|||Roseau|!Dominican|
Dominican Republic|Dominican Republic|DO|DOM|||Santo Domingo|Dominican|
East Timor|Democratic Republic of Timor-Leste|TL; TP|TLS; TMP|TMP|Timor-Leste; Timor Leste; Democratic Republic of East Timor|Dili|East Timorese; Timorese|
Ecuador|Republic of Ecuador|EC|ECU|||Quito|Ecuadorian; Ecuadorean|Carondelet Palace
Egypt|Arab Republic of Egypt|EG|EGY||Kingdom of Egypt; Republic of Egypt|Cairo|Egyptian|
El Salvador|Republic of El Salvador|SV|SLV||Salvador|San Salvador|Salvadoran; Salvadorean; Salvadorian|
Equatorial Guinea|Republic of Equatorial Guinea|GQ|GNQ||Spanish Guinea|Malabo|Equatorial Guinean; Equatoguinean|
Eritrea|State of Eritrea|ER|ERI|||Asmara|Eritrean|
Estonia|Republic of Estonia|EE|EST|||Tallinn|Estonian|Riigikogu; Stenbock House
Eswatini|Kingdom of Eswatini|SZ|SWZ||Swaziland; eSwatini; Kingdom of Swaziland|Mbabane; Lobamba|Swazi; Emaswati|
Ethiopia|Federal Democratic Republic of Ethiopia|ET|ETH||Abyssinia; Ethiopian Empire; Empire of Ethiopia|Addis Ababa|Ethiopian; Abyssinian|
Fiji|Republic of Fiji|FJ|FJI||Fiji Islands|Suva|Fijian|
Finland|Republic of Finland|FI|FIN|||Helsinki|Finnish; Finn|Eduskunta
France|French Republic|FR; FX|FRA; FXX||Republic of France; Metropolitan France|Paris|French; Frenchman|Élysée; Élysée Palace; Quai d'Orsay; Matignon; Hôtel Matignon
Gabon|Gabonese Republic|GA|GAB|||Libreville|Gabonese|
Gambia|Republic of The Gambia|GM|GMB||The Gambia; Islamic Republic of The Gambia|Banjul|Gambian|
Georgia|Georgia|GE|GEO||Republic of Georgia; Sakartvelo|Tbilisi|Georgian|
Germany|Federal Republic of Germany|DE|DEU||FRG; Deutschland|Berlin|German|Bundestag; !Bundesrat; !Bundeskanzleramt; Auswärtiges Amt; Federal Foreign Office
Ghana|Republic of Ghana|GH|GHA||!Gold Coast|Accra|Ghanaian|Jubilee House
Greece|Hellenic Republic|GR|GRC||Hellas; Kingdom of Greece|Athens|Greek; Hellenic|Maximos Mansion
Grenada|Grenada|GD|GRD|||!Saint George's|Grenadian|
Guatemala|Republic of Guatemala|GT|GTM|||Guatemala City|Guatemalan|
Guinea|Republic of Guinea|GN|GIN||Guinea-Conakry; French Guinea|Conakry|Guinean|
Guinea-Bissau|Republic of Guinea-Bissau|GW|GNB||Portuguese Guinea|Bissau|Bissau-Guinean; Guinea-Bissauan|
Guyana|Co-operative Republic of Guyana|GY|GUY||British Guiana; Cooperative Republic of Guyana|!Georgetown|Guyanese|
Haiti|Republic of Haiti|HT|HTI||Hayti|Port-au-Prince|Haitian|
Holy See|Holy See|VA|VAT||Vatican; Vatican City; Vatican City State; State of the Vatican City; Holy See (Vatican City State)||!Papal|Apostolic Palace; Roman Curia
Honduras|Republic of Honduras|HN|HND|||Tegucigalpa|Honduran|
Hungary|Hungary|HU|HUN||Republic of Hungary; Hungarian People's Republic; Kingdom of Hungary|Budapest|Hungarian; Magyar|
Iceland|Iceland|IS|ISL||Republic of Iceland|Reykjavík|Icelandic; Icelander|Althing; Alþingi
India|Republic of India|IN|IND||Bharat; Union of India; Dominion of India|New Delhi; Delhi|Indian|South Block; Raisina Hill; Rashtrapati Bhavan; Lok Sabha; Rajya Sabha
Indonesia|Republic of Indonesia|ID|IDN|||Jakarta|Indonesian|Merdeka Palace
Iran|Islamic Republic of Iran|IR|IRN||Persia; Imperial State of Iran|Tehran; Teheran|Iranian; Persian|Islamic Revolutionary Guard Corps; IRGC
Iraq|Republic of Iraq|IQ|IRQ||Kingdom of Iraq|Baghdad; Bagdad|Iraqi|
Ireland|Ireland|IE|IRL||Republic of Ireland; Éire; Irish Free State; Irish Republic|Dublin|Irish; Irishman|Iveagh House; Dáil Éireann; Dáil; Oireachtas; Áras an Uachtaráin
Israel|State of Israel|IL|ISR|||!Jerusalem|Israeli|Knesset
Italy|Italian Republic|IT|ITA||Kingdom of Italy|Rome|Italian|Farnesina; Quirinal; Quirinale; Quirinal Palace; Palazzo Chigi
Ivory Coast|Republic of Côte d'Ivoire|CI|CIV||Côte d'Ivoire; Republic of Ivory Coast; Cote Divoire|Yamoussoukro; Abidjan|Ivorian; Ivoirian|
Jamaica|Jamaica|JM|JAM|||!Kingston|Jamaican|
Japan|Japan|JP|JPN||State of Japan; Nippon; Nihon|Tokyo|Japanese|Kantei; Gaimusho; Gaimushō; Kasumigaseki; Nagatacho; National Diet
Jordan|Hashemite Kingdom of Jordan|JO|JOR||Transjordan|Amman|Jordanian|
Kazakhstan|Republic of Kazakhstan|KZ|KAZ|||Astana; Nur-Sultan|Kazakh; Kazakhstani|Akorda; Ak Orda
Kenya|Republic of Kenya|KE|KEN|||Nairobi|Kenyan|
Kiribati|Republic of Kiribati|KI|KIR|||Tarawa; South Tarawa|I-Kiribati|
Kosovo|Republic of Kosovo|XK|XKX|KSV; RKS|Kosova|Pristina; Prishtina; Priština|Kosovar; Kosovan|
Kuwait|State of Kuwait|KW|KWT|||Kuwait City|Kuwaiti|
Kyrgyzstan|Kyrgyz Republic|KG|KGZ||Kirghizia; Kirgizstan|Bishkek|Kyrgyz; Kyrgyzstani; Kirghiz|
Laos|Lao People's Democratic Republic|LA|LAO||Lao PDR; Kingdom of Laos|Vientiane|Laotian; Lao|
Latvia|Republic of Latvia|LV|LVA|||Riga|Latvian|Saeima
Lebanon|Lebanese Republic|LB|LBN||Republic of Lebanon|Beirut|Lebanese|Baabda Palace
Lesotho|Kingdom of Lesotho|LS|LSO||Basutoland|Maseru|Basotho; Mosotho|
Liberia|Republic of Liberia|LR|LBR|||Monrovia|Liberian|
Libya|State of Libya|LY|LBY||Libyan Arab Jamahiriya; Great Socialist People's Libyan Arab Jamahiriya; Libyan Arab Republic|Tripoli|Libyan|
Liechtenstein|Principality of Liechtenstein|LI|LIE|||Vaduz|Liechtensteiner|
Lithuania|Republic of Lithuania|LT|LTU|||Vilnius|Lithuanian|Seimas
Luxembourg|Grand Duchy of Luxembourg|LU|LUX||Luxemburg|Luxembourg City|Luxembourgish; Luxembourger; Luxembourgian|
Madagascar|Republic of Madagascar|MG|MDG||Malagasy Republic|Antananarivo|Malagasy; Madagascan|
Malawi|Republic of Malawi|MW|MWI||Nyasaland|Lilongwe|Malawian|
Malaysia|Malaysia|MY|MYS||Federation of Malaysia|Kuala Lumpur; Putrajaya|Malaysian|Wisma Putra
Maldives|Republic of Maldives|MV|MDV||Maldive Islands; Republic of the Maldives|!Malé|Maldivian|
Mali|Republic of Mali|ML|MLI||French Sudan|Bamako|Malian|
Malta|Republic of Malta|MT|MLT|||Valletta|Maltese|
Marshall Islands|Republic of the Marshall Islands|MH|MHL|||Majuro|Marshallese|
Mauritania|Islamic Republic of Mauritania|MR|MRT|||Nouakchott|Mauritanian|
Mauritius|Republic of Mauritius|MU|MUS|||Port Louis|Mauritian|
Mexico|United Mexican States|MX|MEX||Méjico|Mexico City|Mexican|Los Pinos
Micronesia|Federated States of Micronesia|FM|FSM||FSM; F.S. Micronesia|Palikir|Micronesian|
Moldova|Republic of Moldova|MD|MDA||Moldavia|Chișinău; Kishinev|Moldovan; Moldavian|
Monaco|Principality of Monaco|MC|MCO||||Monégasque; Monacan|
Mongolia|Mongolia|MN|MNG||Mongolian People's Republic; Outer Mongolia|Ulaanbaatar; Ulan Bator|Mongolian|
Montenegro|Montenegro|ME|MNE|MTN|Republic of Montenegro; Crna Gora|Podgorica|Montenegrin|
Morocco|Kingdom of Morocco|MA|MAR|||Rabat|Moroccan|
Mozambique|Republic of Mozambique|MZ|MOZ||People's Republic of Mozambique|Maputo|Mozambican|
Myanmar|Republic of the Union of Myanmar|MM; BU|MMR; BUR||Burma; Union of Burma; Union of Myanmar; Myanmar (Burma); Burma (Myanmar)|Naypyidaw; Nay Pyi Taw; Nay Pyi Daw; Rangoon; Yangon|Burmese; Myanmarese|Tatmadaw
Namibia|Republic of Namibia|NA|NAM||South West Africa; South-West Africa|Windhoek|Namibian|
Nauru|Republic of Nauru|NR|NRU|||Yaren|Nauruan|
Nepal|Federal Democratic Republic of Nepal|NP|NPL||Kingdom of Nepal|Kathmandu; Katmandu|Nepalese; Nepali|Singha Durbar
Netherlands|Kingdom of the Netherlands|NL|NLD||The Netherlands; Holland|Amsterdam; !The Hague|Dutch; Dutchman; Netherlandish|Binnenhof; States General of the Netherlands
New Zealand|New Zealand|NZ|NZL||Aotearoa; Aotearoa New Zealand; Dominion of New Zealand|Wellington|New Zealander; !Kiwi|
Nicaragua|Republic of Nicaragua|NI|NIC|||Managua|Nicaraguan|
Niger|Republic of the Niger|NE|NER||Republic of Niger|Niamey|Nigerien|
Nigeria|Federal Republic of Nigeria|NG|NGA|||Abuja|Nigerian|Aso Rock; Aso Villa
North Korea|Democratic People's Republic of Korea|KP|PRK||DPRK; D.P.R. Korea; N. Korea; Korea DPR; Democratic Peoples Republic of Korea; Korea (North)|Pyongyang; P'yongyang|North Korean; !Korean|Kumsusan Palace
North Macedonia|Republic of North Macedonia|MK|MKD||Macedonia; FYROM; F.Y.R.O.M.; Republic of Macedonia; Former Yugoslav Republic of Macedonia; FYR Macedonia; The former Yugoslav Republic of Macedonia|Skopje|Macedonian; North Macedonian|
Norway|Kingdom of Norway|NO|NOR|||Oslo; Christiania; Kristiania|Norwegian|Storting; Stortinget
Oman|Sultanate of Oman|OM|OMN||Muscat and Oman|Muscat|Omani|
Pakistan|Islamic Republic of Pakistan|PK|PAK||Dominion of Pakistan|Islamabad|Pakistani|
Palau|Republic of Palau|PW|PLW||Belau|Ngerulmud; Melekeok|Palauan|
Palestine|State of Palestine|PS|PSE|WSB; GZS|Palestinian Authority; Palestinian National Authority; Palestinian Territory; Palestinian Territories; Occupied Palestinian Territory; Occupied Palestinian Territories; West Bank; Gaza; Gaza Strip; West Bank and Gaza|Ramallah|Palestinian|
Panama|Republic of Panama|PA|PAN|||Panama City|Panamanian|Palacio de las Garzas
Papua New Guinea|Independent State of Papua New Guinea|PG|PNG||PNG|Port Moresby|Papua New Guinean|
Paraguay|Republic of Paraguay|PY|PRY|||Asunción|Paraguayan|
Peru|Republic of Peru|PE|PER|||Lima|Peruvian|Torre Tagle; Torre Tagle Palace
Philippines|Republic of the Philippines|PH|PHL||The Philippines; Philippine Islands|Manila|Philippine; Filipino; Filipina|Malacañang; Malacañang Palace; Malacañan Palace
Poland|Republic of Poland|PL|POL||Polish People's Republic; Second Polish Republic|Warsaw|Polish; Pole|Sejm
Portugal|Portuguese Republic|PT|PRT|||Lisbon|Portuguese|Belém Palace; Palácio das Necessidades
Qatar|State of Qatar|QA|QAT|||Doha|Qatari|Amiri Diwan
Republic of the Congo|Republic of the Congo|CG|COG||Congo-Brazzaville; Republic of Congo; Congo Republic; Rep. of the Congo; People's Republic of the Congo; People's Republic of Congo; French Congo|Brazzaville|!Congolese|
Romania|Romania|RO|ROU; ROM|ROM|Rumania; Roumania; Socialist Republic of Romania; Kingdom of Romania|Bucharest|Romanian; Rumanian|Cotroceni; Cotroceni Palace
Russia|Russian Federation|RU|RUS||Federation of Russia; Russian Fed.|Moscow|Russian|Kremlin; Smolenskaya Square; State Duma; Federation Council
Rwanda|Republic of Rwanda|RW|RWA||Rwandese Republic|Kigali|Rwandan; Rwandese|Urugwiro Village
Saint Kitts and Nevis|Federation of Saint Christopher and Nevis|KN|KNA||Saint Kitts-Nevis; Federation of Saint Kitts and Nevis; Saint Kitts; Saint Christopher and Nevis|Basseterre|Kittitian; Nevisian|
Saint Lucia|Saint Lucia|LC|LCA|||Castries|Saint Lucian|
Saint Vincent and the Grenadines|Saint Vincent and the Grenadines|VC|VCT||Saint Vincent; SVG; Saint Vincent & Grenadines; Saint Vincent and Grenadines|Kingstown|Vincentian|
Samoa|Independent State of Samoa|WS|WSM||Western Samoa|Apia|Samoan|
San Marino|Republic of San Marino|SM|SMR||||Sammarinese; San Marinese|
São Tomé and Príncipe|Democratic Republic of São Tomé and Príncipe|ST|STP||São Tomé; São Tomé e Príncipe||Santomean; São Toméan|
Saudi Arabia|Kingdom of Saudi Arabia|SA|SAU||KSA|Riyadh|Saudi; Saudi Arabian|Saudi Royal Court
Senegal|Republic of Senegal|SN|SEN|||Dakar|Senegalese|
Serbia|Republic of Serbia|RS|SRB|||Belgrade|Serbian; Serb|
Seychelles|Republic of Seychelles|SC|SYC||The Seychelles|!Victoria|Seychellois|
Sierra Leone|Republic of Sierra Leone|SL|SLE|||Freetown|Sierra Leonean|
Singapore|Republic of Singapore|SG|SGP||||Singaporean|
Slovakia|Slovak Republic|SK|SVK|||Bratislava|Slovak; Slovakian|
Slovenia|Republic of Slovenia|SI|SVN|||Ljubljana|Slovenian; Slovene|
Solomon Islands|Solomon Islands|SB|SLB||Solomons; British Solomon Islands|Honiara|Solomon Islander|
Somalia|Federal Republic of Somalia|SO|SOM||Somali Republic; Somali Democratic Republic|Mogadishu|Somali; Somalian|Villa Somalia
South Africa|Republic of South Africa|ZA|ZAF||RSA; Union of South Africa|Pretoria; !Cape Town; !Bloemfontein|South African|Union Buildings
South Korea|Republic of Korea|KR|KOR||ROK; R.O.K.; S. Korea; Korea Rep.; Korea (South)|Seoul|South Korean; !Korean|Blue House; Cheong Wa Dae; Cheongwadae
South Sudan|Republic of South Sudan|SS|SSD|||Juba|South Sudanese|
Spain|Kingdom of Spain|ES|ESP||Spanish Republic; Spanish State; Francoist Spain|Madrid|Spanish; Spaniard|La Moncloa; Moncloa; Moncloa Palace; Zarzuela Palace; Santa Cruz Palace
Sri Lanka|Democratic Socialist Republic of Sri Lanka|LK|LKA||Ceylon; Dominion of Ceylon|Colombo; Sri Jayawardenepura Kotte|Sri Lankan; Ceylonese|Temple Trees
Sudan|Republic of the Sudan|SD|SDN||Republic of Sudan; The Sudan; North Sudan|Khartoum|Sudanese|
Suriname|Republic of Suriname|SR|SUR||Surinam; Dutch Guiana|Paramaribo|Surinamese|
Sweden|Kingdom of Sweden|SE|SWE|||Stockholm|Swedish; Swede|Riksdag; Rosenbad
Switzerland|Swiss Confederation|CH|CHE||Confederation of Switzerland; Helvetia|Bern; Berne|Swiss|
Syria|Syrian Arab Republic|SY|SYR||Syrian Republic|Damascus|Syrian|
Taiwan|Republic of China|TW|TWN||ROC; Republic of China (Taiwan); Taiwan (Republic of China); Chinese Taipei; Formosa; Nationalist China; Taiwan, Province of China|Taipei|Taiwanese|Legislative Yuan; Executive Yuan
Tajikistan|Republic of Tajikistan|TJ|TJK||Tadzhikistan|Dushanbe|Tajik; Tajikistani; Tadjik|
Tanzania|United Republic of Tanzania|TZ|TZA|||Dodoma; Dar es Salaam|Tanzanian|
Thailand|Kingdom of Thailand|TH|THA||Siam; Kingdom of Siam|Bangkok|Thai; Siamese|Government House of Thailand
Togo|Togolese Republic|TG|TGO||Togoland|Lomé|Togolese|
Tonga|Kingdom of Tonga|TO|TON|||Nuku'alofa; Nukuʻalofa|Tongan|
Trinidad and Tobago|Republic of Trinidad and Tobago|TT|TTO||Trinidad|Port of Spain|Trinidadian; Tobagonian; Trinbagonian|
Tunisia|Republic of Tunisia|TN|TUN||Tunisian Republic|Tunis|Tunisian|Carthage Palace
Turkey|Republic of Türkiye|TR|TUR||Türkiye; Republic of Turkey; Turkiye|Ankara|Turkish; Turk|Beştepe
Turkmenistan|Turkmenistan|TM|TKM||Republic of Turkmenistan|Ashgabat; Ashkhabad|Turkmen; Turkmenistani|
Tuvalu|Tuvalu|TV|TUV||Ellice Islands|Funafuti|Tuvaluan|
Uganda|Republic of Uganda|UG|UGA|||Kampala|Ugandan|
Ukraine|Ukraine|UA|UKR||The Ukraine; Ukrainian SSR; Ukrainian Soviet Socialist Republic|Kyiv; Kiev|Ukrainian|Bankova; Verkhovna Rada
United Arab Emirates|United Arab Emirates|AE|ARE||UAE; U.A.E.; !Emirates; Trucial States; Trucial Oman|Abu Dhabi|Emirati|
United Kingdom|United Kingdom of Great Britain and Northern Ireland|GB|GBR||UK; U.K.; Britain; Great Britain; United Kingdom of Great Britain and Ireland; British Empire|London|British; Briton; Brit|Downing Street; 10 Downing Street; Number 10; No. 10; Whitehall; Westminster; FCDO; Foreign, Commonwealth and Development Office; Foreign and Commonwealth Office; Foreign Office; Buckingham Palace
United States|United States of America|US|USA||U.S.; U.S.A.; America; United States (US); U.S. of America|Washington; Washington, D.C.|American|White House; Pentagon; Foggy Bottom; State Department; Department of State; Capitol Hill; Oval Office; CIA; Treasury Department; Commerce Department; Justice Department
Uruguay|Oriental Republic of Uruguay|UY|URY||Eastern Republic of Uruguay|Montevideo|Uruguayan|
Uzbekistan|Republic of Uzbekistan|UZ|UZB|||Tashkent|Uzbek; Uzbekistani|Oliy Majlis
Vanuatu|Republic of Vanuatu|VU; NH|VUT; NHB||New Hebrides|Port Vila|Ni-Vanuatu; Vanuatuan|
Venezuela|Bolivarian Republic of Venezuela|VE|VEN||Republic of Venezuela|Caracas|Venezuelan|Miraflores Palace
Vietnam|Socialist Republic of Viet Nam|VN|VNM||Viet Nam; Socialist Republic of Vietnam; SRV|Hanoi; Ha Noi|Vietnamese|
Western Sahara|Sahrawi Arab Democratic Republic|EH|ESH||SADR; Spanish Sahara; Saharan Arab Democratic Republic|Laayoune; El Aaiún; El-Aaiun|Sahrawi; Saharawi; Western Saharan|Polisario Front; Polisario
Yemen|Republic of Yemen|YE|YEM|||Sanaa; Sana'a|Yemeni; Yemenite|
Zambia|Republic of Zambia|ZM|ZMB||Northern Rhodesia|Lusaka|Zambian|
Zimbabwe|Republic of Zimbabwe|ZW|ZWE||Zimbabwe Rhodesia|Harare|Zimbabwean|
"""

TERRITORIES = """\
Åland Islands|Åland Islands|AX|ALA||Åland|Mariehamn|Ålandic|
American Samoa|American Samoa|!AS|ASM|||Pago Pago|American Samoan|
Anguilla|Anguilla|!AI|AIA||||Anguillan|
Antarctica|Antarctica|AQ|ATA|||||
Aruba|Aruba|AW|ABW|||Oranjestad|Aruban|
Bermuda|Bermuda|BM|BMU|||!Hamilton|Bermudian|
Bouvet Island|Bouvet Island|BV|BVT|||||
British Indian Ocean Territory|British Indian Ocean Territory|!IO|IOT||BIOT; Chagos Archipelago; Chagos Islands||Chagossian|
British Virgin Islands|British Virgin Islands|VG|VGB||BVI; Virgin Islands (British)|Road Town|British Virgin Islander|
Caribbean Netherlands|Bonaire, Sint Eustatius and Saba|BQ|BES||Bonaire; Bonaire, Saint Eustatius and Saba|||
Cayman Islands|Cayman Islands|KY|CYM||Caymans|!George Town|Caymanian|
Christmas Island|Territory of Christmas Island|CX|CXR|||||
Cocos Islands|Territory of Cocos (Keeling) Islands|!CC|CCK||Keeling Islands; Cocos (Keeling) Islands|||
Cook Islands|Cook Islands|CK|COK|||Avarua|Cook Islander|
Curaçao|Country of Curaçao|CW|CUW|||Willemstad|Curaçaoan|
Falkland Islands|Falkland Islands|FK|FLK||Falklands; Malvinas; Islas Malvinas; Falkland Islands (Malvinas)|!Stanley|Falkland Islander|
Faroe Islands|Faroe Islands|FO|FRO||Faeroe Islands; Faroes; Faeroes|Tórshavn|Faroese|
French Guiana|Territorial Collectivity of French Guiana|GF|GUF|||!Cayenne|French Guianese|
French Polynesia|French Polynesia|PF|PYF||Tahiti|Papeete|French Polynesian; Tahitian|
French Southern Territories|French Southern and Antarctic Lands|TF|ATF|||||
Gibraltar|Gibraltar|GI|GIB||||Gibraltarian|
Greenland|Greenland|GL|GRL||Kalaallit Nunaat|Nuuk; Godthåb|Greenlandic; Greenlander|Naalakkersuisut
Guadeloupe|Department of Guadeloupe|GP|GLP||||Guadeloupean|
Guam|Territory of Guam|GU|GUM|||Hagåtña|Guamanian|
Guernsey|Bailiwick of Guernsey|GG|GGY|||||
Heard Island and McDonald Islands|Territory of Heard Island and McDonald Islands|!HM|HMD|||||
Hong Kong|Hong Kong Special Administrative Region of the People's Republic of China|HK|HKG||HK; Hongkong; Hong Kong SAR; Hong Kong, China||Hong Konger; Hongkonger; Hong Kongese|
Isle of Man|Isle of Man|!IM|IMN|IMY||!Douglas|Manx|Tynwald
Jersey|Bailiwick of Jersey|JE|JEY|||||
Macau|Macao Special Administrative Region of the People's Republic of China|MO|MAC||Macao; Macao SAR; Macau SAR; Macao, China||Macanese|
Martinique|Territorial Collectivity of Martinique|MQ|MTQ|||Fort-de-France|Martinican|
Mayotte|Department of Mayotte|YT|MYT|||Mamoudzou|Mahoran|
Montserrat|Montserrat|!MS|MSR|||!Plymouth|Montserratian|
New Caledonia|New Caledonia|NC|NCL|||Nouméa|New Caledonian|
Niue|Niue|NU|NIU|||Alofi|Niuean|
Norfolk Island|Territory of Norfolk Island|NF|NFK||||Norfolk Islander|
Northern Mariana Islands|Commonwealth of the Northern Mariana Islands|!MP|MNP||Northern Marianas|Saipan||
Pitcairn Islands|Pitcairn, Henderson, Ducie and Oeno Islands|PN|PCN||Pitcairn; Pitcairn Island|!Adamstown|Pitcairn Islander|
Puerto Rico|Commonwealth of Puerto Rico|!PR|PRI||Porto Rico|!San Juan|Puerto Rican|
Réunion|Department of Réunion|RE|REU||La Réunion; Réunion Island; Runion|!Saint-Denis|Réunionese|
Saint Barthélemy|Territorial Collectivity of Saint-Barthélemy|BL|BLM||St. Barts|!Gustavia||
Saint Helena|Saint Helena, Ascension and Tristan da Cunha|SH|SHN|||!Jamestown|Saint Helenian|
Saint Martin|Territorial Collectivity of Saint-Martin|MF|MAF||Saint Martin (French part)|!Marigot||
Saint Pierre and Miquelon|Territorial Collectivity of Saint-Pierre and Miquelon|!PM|SPM|||||
Sint Maarten|Country of Sint Maarten|SX|SXM||Sint Maarten (Dutch part)|Philipsburg||
South Georgia and the South Sandwich Islands|South Georgia and the South Sandwich Islands|GS|SGS||South Georgia; South Sandwich Islands|||
Svalbard and Jan Mayen|Svalbard and Jan Mayen|SJ|SJM||Svalbard; Spitsbergen; Jan Mayen; Svalbard and Jan Mayen Islands|Longyearbyen||
Tokelau|Tokelau|TK|TKL||||Tokelauan|
Turks and Caicos Islands|Turks and Caicos Islands|TC|TCA||Turks and Caicos|Cockburn Town|Turks and Caicos Islander|
United States Minor Outlying Islands|United States Minor Outlying Islands|UM|UMI||U.S. Minor Outlying Islands|||
United States Virgin Islands|Virgin Islands of the United States|VI|VIR||U.S. Virgin Islands; USVI; American Virgin Islands; Virgin Islands (U.S.)|Charlotte Amalie|U.S. Virgin Islander|
Wallis and Futuna|Territory of the Wallis and Futuna Islands|WF|WLF||Wallis and Futuna Islands|Mata-Utu|Wallisian; Futunan|
"""

FORMER = """\
Austria-Hungary|Austro-Hungarian Monarchy||||Austro-Hungarian Empire; Dual Monarchy; Austria Hungary||Austro-Hungarian|
Austrian Empire|Empire of Austria||||Habsburg Monarchy; Habsburg Empire; Imperial Austria||Habsburg|
Belgian Congo|Colony of the Belgian Congo||||Congo Free State|Léopoldville||
British India|Indian Empire||||British Raj|||
Byzantine Empire|Eastern Roman Empire||||Byzantium|!Constantinople|Byzantine|
Confederate States|Confederate States of America||||!CSA; !Confederacy||!Confederate|
Czechoslovakia|Czech and Slovak Federative Republic||CSK||Czecho-Slovakia; Czechoslovak Republic; Czechoslovak Socialist Republic; CSSR; ČSSR; ČSR; Czech and Slovak Federal Republic||Czechoslovak; Czechoslovakian|
Dutch East Indies|Netherlands East Indies||||Netherlands Indies|Batavia||
East Germany|German Democratic Republic|DD|DDR||GDR; G.D.R.|East Berlin|East German|
Empire of Japan|Empire of Great Japan||||Imperial Japan; Japanese Empire||Imperial Japanese|
French Afars and Issas|French Territory of the Afars and the Issas||AFI||French Somaliland|||
French Indochina|Indochinese Union||||Indochina; French Indo-China||Indochinese|
German Empire|German Empire||||Imperial Germany; Kaiserreich; Second Reich||Imperial German|
Gilbert and Ellice Islands|Gilbert and Ellice Islands||GEL|||||
Gran Colombia|Republic of Colombia (Gran Colombia)||||Great Colombia||Gran Colombian|
Holy Roman Empire|Holy Roman Empire of the German Nation|||||||
Joseon|Kingdom of Great Joseon||||Korean Empire; Choson; Chosŏn; Kingdom of Joseon; Empire of Korea; Joseon dynasty|Hanseong|Joseon Korean|
Manchukuo|State of Manchuria||||Manchoukuo; Empire of Manchuria|Hsinking||
Nazi Germany|Greater German Reich||||Third Reich; German Reich; Hitler Germany; Hitlerite Germany||Nazi|Reich Chancellery
Netherlands Antilles|Netherlands Antilles|AN|ANT||Dutch Antilles|!Willemstad|Netherlands Antillean|
Neutral Zone|Saudi Arabian-Iraqi Neutral Zone|NT|NTZ|||||
North Vietnam|Democratic Republic of Vietnam|VD|VDR||Democratic Republic of Viet-Nam; DRV; North Viet Nam||North Vietnamese|
North Yemen|Yemen Arab Republic||||YAR; Mutawakkilite Kingdom of Yemen||North Yemeni|
Orange Free State|Orange Free State|||||||
Ottoman Empire|Sublime Ottoman State||||Ottoman Turkey; Imperial Turkey; Ottoman State||Ottoman|Sublime Porte; Porte
Panama Canal Zone|Panama Canal Zone|PZ|PCZ||Canal Zone|||
Papal States|States of the Church|||||||
Poland-Lithuania|Polish-Lithuanian Commonwealth||||Polish–Lithuanian Commonwealth||Polish-Lithuanian|
Prussia|Kingdom of Prussia||||||Prussian|
Qing|Great Qing||||Qing dynasty; Qing China; Qing Empire; Manchu Empire; Ch'ing dynasty; Manchu dynasty|||Zongli Yamen
Republic of Texas|Republic of Texas|||||||
Republic of Venice|Most Serene Republic of Venice||||Venetian Republic||Venetian|
Rhodesia|Republic of Rhodesia|RH|RHO||Southern Rhodesia|!Salisbury|Rhodesian|
Russian Empire|Russian Empire||||Imperial Russia; Tsarist Russia; Czarist Russia; Empire of Russia; All-Russian Empire||Imperial Russian; Tsarist|
Ryukyu Kingdom|Ryukyu Kingdom||||Kingdom of Ryukyu; Kingdom of the Ryukyus||Ryukyuan|
Sardinia-Piedmont|Kingdom of Sardinia||||Piedmont-Sardinia; Kingdom of Piedmont-Sardinia||!Sardinian; Piedmontese|
Serbia and Montenegro|State Union of Serbia and Montenegro|CS|SCG||Federal Republic of Yugoslavia; FRY; FR Yugoslavia; State Union of Serbia-Montenegro|!Belgrade|Serbian-Montenegrin|
Sikkim|Kingdom of Sikkim||SKM|||Gangtok|Sikkimese|
South Vietnam|Republic of Vietnam||||Republic of Viet-Nam; RVN; South Viet Nam; State of Vietnam|Saigon|South Vietnamese|
South Yemen|People's Democratic Republic of Yemen|YD|YMD||Democratic Yemen; Yemen, Democratic; PDRY; People's Republic of Southern Yemen||South Yemeni|
Soviet Russia|Russian Soviet Federative Socialist Republic||||RSFSR; Russian SFSR; Russian Socialist Federative Soviet Republic||Soviet Russian|Sovnarkom
Soviet Union|Union of Soviet Socialist Republics|SU|SUN||USSR; U.S.S.R.; CCCP; Union of Soviet Republics||Soviet|Supreme Soviet; Narkomindel
Tanganyika|Republic of Tanganyika||||||Tanganyikan|
Tibet|Tibet||||Ganden Phodrang|Lhasa|Tibetan|Kashag
Transvaal|South African Republic||||||Transvaaler|
Trust Territory of the Pacific Islands|Trust Territory of the Pacific Islands|!PC|PCI|||||
Two Sicilies|Kingdom of the Two Sicilies|||||||
United Arab Republic|United Arab Republic||||UAR|||
Vichy France|French State||||Vichy; Vichy regime; Vichy government|||
Weimar Republic|German Republic||||Weimar Germany|||
West Germany|Federal Republic of Germany (West Germany)||||Bonn Republic; West German Federal Republic|Bonn|West German|
Yugoslavia|Socialist Federal Republic of Yugoslavia|YU|YUG||SFRY; SFR Yugoslavia; Kingdom of Yugoslavia; Federal People's Republic of Yugoslavia; Kingdom of Serbs, Croats and Slovenes; Kingdom of the Serbs, Croats and Slovenes; Jugoslavia||Yugoslav; Yugoslavian|
Zanzibar|Sultanate of Zanzibar||||People's Republic of Zanzibar||Zanzibari|
"""

# Words before a state that make it a place or a counterpart, not the owner of an organ.
OUTWARD_WORDS = """\
in to at with against on for near from versus vs about toward towards
"""

# Words that make an actor of a capital: "the Tokyo government", not "Moscow court".
SEAT_WORDS = """\
government govt authorities regime administration cabinet leadership
"""

# Words that make an actor of a state: its organs and their offices.
ORGAN_WORDS = """\
ministry ministries minister ministers mfa mofa mod parliament parliamentary senate congress legislature duma president presidency
presidential premier chancellor chancellery king queen emperor sultan emir tsar monarch monarchy crown officials official embassy consulate
ambassador ambassadors envoy envoys consul diplomat diplomats diplomacy delegation delegates negotiators army military navy troops forces
guard guards secretariat spokesperson spokesman spokeswoman junta politburo treasury leader side attache plenipotentiary commissar
commissariat marines
"""
ORGAN_PHRASES = """\
foreign affairs; foreign office; state department; department of state; department of defense; defense department; secretary of state
state secretary; state council; national assembly; security council; supreme court; constitutional court; central bank; air force
permanent mission; permanent representative; press service; press secretary; coast guard; intelligence service; council of ministers
head of state; general staff; department of commerce; commerce department
"""

# Words that show that something else than the state acts, whatever stands beside them.
PRIVATE_WORDS = """\
former ex opposition shadow exile exiled candidate pro anti non university institute school college academy company corporation corp inc ltd
co plc newspaper times daily news journal post magazine club league team association church party union chamber airlines airways expert
analyst scholar journalist businessman activist citizen citizens free liberation insurgent resistance democratic rebel rebels separatist
separatists militia protesters city metropolitan municipal mayor governor prefecture prefectural provincial province regional region
district county local oblast society foundation fund museum federation confederation
"""

# Names that hold a state's name and are no state's, and bodies above the states; a list a line, for width alone.
FALSE_FRIENDS = """\
American Indian; Native American; African American; Latin American; Central American; South American; North American; Latin America
Central America; South America; North America; Inter-American; Organization of American States; West Indian; West Indies; East Indies
Indian Ocean; Indian National Congress; British Columbia; New England; New Mexico; New Guinea; West Papua; Northern Ireland
Northern Irish; Irish Republican Army; Georgia State; Georgia Secretary of State; State of Georgia; Washington State; State of Washington
Washington Post; Northern Cyprus; North Cyprus; Turkish Republic of Northern Cyprus; Turkish Cypriot; Inner Mongolia; Inner Mongolian
Iraqi Kurdistan; Iraqi Kurdish; Kosovo Serb; Bosnian Serb; Kosovo Force; Kosovo Liberation Army; Korea; Korean; Congo; Congolese
Virgin Islands; Hague; Lebanese Forces; Syrian National Army; Japanese Red Army; New York; Chinese Turkestan; Tibet Autonomous; UN
United Nations; EU; European Union; NATO; ASEAN; OSCE; African Union; Arab League; European Commission; Council of Europe
Commonwealth of Independent States; Eurasian Economic Union; European Parliament
"""
