/** About the two hundred commonest given names of adults in the United States and Britain. */
export const commonestGivenNames: readonly string[] = [
  "aaron abigail adam alan alexander alice alison amanda amy andrea andrew angela ann anna anne",
  "anthony ashley barbara barry benjamin bethany betty brandon brenda brian callum carol carolyn",
  "catherine charles charlotte cheryl chloe christina christine christopher claire colin connor craig",
  "cynthia daniel danielle darren david dawn dean deborah debra dennis derek diane donald donna edward",
  "elizabeth ellie emily emma eric evelyn fiona frances frank gary gemma geoffrey george georgia",
  "gillian gloria gordon grace graham gregory hannah harry hayley heather helen holly ian jack jacob",
  "jacqueline jade james jamie jane janet janice jason jean jeffrey jennifer jerry jessica joan joanne",
  "john jonathan jordan joseph joshua joyce judith judy julia julie justin karen katherine kathleen",
  "kathryn katie keith kelly kenneth kerry kevin kimberly larry laura lauren leanne lee lesley lewis",
  "liam linda lisa louise lucy luke madison malcolm margaret maria mark martha martin mary matthew",
  "maureen megan melissa michael michelle nancy natalie nathan neil nicholas nicola nicole nigel",
  "oliver olivia paige pamela patricia patrick paul peter philip rachel raymond rebecca richard robert",
  "roger ronald ruth ryan samantha samuel sandra sara sarah scott sean sharon shaun sheila shirley",
  "simon sophie stephanie stephen steven stuart susan teresa thomas timothy tracey tracy trevor",
  "victoria virginia wendy william zoe",
]
  .join(" ")
  .split(" ");

/** The next few hundred. */
export const commonGivenNames: readonly string[] = [
  "abbie abdul ahmed aisha albert alex alexandra alexis alfred ali alicia allison alma amber amelia",
  "amina amir angelina anita anjali annette annie antonio antony april ariana arthur audrey austin ava",
  "ayesha beatrice becky bernadette bernard beth beverley beverly billy bonnie bradley brett brittany",
  "brooke bruce bryan cameron camila carl carla carlos carmen carole caroline carrie cassandra cathy",
  "charlene chelsea cherie christie cindy clara claudia clifford clive cody colleen connie corey",
  "courtney crystal curtis daisy dale damian dana daniela darlene debbie deepa denise diana diego",
  "dolores dominic doris dorothy douglas duncan dustin dylan eddie edith edna eduardo eileen elaine",
  "eleanor elena ella ellen elliot elliott elsie erica erin ernest esther ethan ethel eugene eva evan",
  "faith fatima felicity fernando florence francesca francis francisco fred frederick freya gabriel",
  "gabriella gail gareth garry gavin georgina gerald geraldine gerard gilbert gina gladys glen glenn",
  "grant greg guadalupe guy gwendolyn harold harriet hassan hazel heidi henry hilary howard hugh hugo",
  "ibrahim ida imogen irene iris isaac isabel isabella isobel ivan ivy jackie jake jana jasmine javier",
  "jay jeanette jeanne jeff jemma jenna jenny jeremiah jeremy jesse jill jim jimmy jo jodie joe joel",
  "johnny jorge jose josephine joy juan juanita julian juliet june karina karl kate kathy katy kay",
  "kayla kayleigh keira ken kieran kim kirsty kristen kristin kurt kyle lance lawrence leon leonard",
  "leslie lillian lily lindsay lindsey lloyd logan lois loretta lori lorna lorraine louis lucas luis",
  "lydia lynda lynn lynne mandy manuel marc marcia marcus marian marie marilyn mario marion marjorie",
  "marlene marvin mathew maurice max maxine mei melanie melvin mia michaela miguel mike mildred",
  "miranda mitchell mohammad mohammed molly monica morgan muhammad naomi natasha nathaniel neal nina",
  "norma norman olga omar oscar owen paula pauline pedro peggy penny perry phillip phoebe phyllis",
  "poppy priya rachael raj ralph randy ravi ray reece regina rhonda rhys ricardo rick ricky rita",
  "roberta roberto robin robyn roderick rodney rosa rose rosemary rosie ross roxanne roy russell sadie",
  "sally sam samir sanjay sebastian shane shannon sian sidney sofia sonia sophia spencer stacey",
  "stanley stella steve stewart sue suzanne sylvia tamara tammy tanya tara taylor ted terry theodore",
  "theresa tina toby todd tom toni tony tracie travis troy tyler valentina valerie vanessa vera",
  "veronica vicky victor vijay vincent violet vivian walter wanda warren wayne wesley will willie",
  "xavier ximena yasmin yuki yvonne zachary",
]
  .join(" ")
  .split(" ");

/** About the hundred and fifty commonest family names in the United States and Britain. */
export const commonestFamilyNames: readonly string[] = [
  "adams ahmed ali allen alvarez anderson bailey baker barnes begum bennett brooks brown butler",
  "campbell carter castillo chapman chavez clark collins cook cooper cox cruz davies davis diaz",
  "edwards ellis evans flores ford foster fox garcia gibson gomez gonzalez gordon graham gray green",
  "griffiths gutierrez hall hamilton harris harrison henderson hernandez hill holmes howard hudson",
  "hughes hunt hussain jackson james jenkins johnson jones kaur kelly khan kim king knight lee lewis",
  "lloyd long lopez marshall martin martinez mason matthews mendoza miller mills mitchell moore",
  "morales morgan morris murphy murray myers nelson nguyen ortiz owen palmer parker patel perez perry",
  "peterson phillips powell price ramirez ramos reed reyes reynolds richardson rivera roberts",
  "robertson robinson rodriguez rogers ross ruiz russell sanchez sanders scott shah shaw simpson singh",
  "smith stevens stewart taylor thomas thompson torres turner walker ward watson webb white wilkinson",
  "williams wilson wood wright young",
]
  .join(" ")
  .split(" ");

/** The next few hundred. */
export const commonFamilyNames: readonly string[] = [
  "abbott alexander andrews armstrong arnold atkinson austin baldwin ball banks barber barker barrett",
  "bates bell berry bibi bird bishop black blake bond booth bowen boyd bradley brady bray brennan",
  "brookes bryant buckley burgess burke burns burton bush byrne cameron carpenter carr carroll",
  "cartwright castaneda castro chambers chan chandler chang chen chowdhury christie clarke clarkson",
  "cohen cole coleman connolly connor conway cooke cope crawford cross cunningham curtis dale daly",
  "daniels davidson davison dawson day dean delgado dennis dixon doherty dominguez donnelly douglas",
  "doyle duffy duncan dunn dyer elliott estrada farmer farrell ferguson fernandez fields fisher",
  "fitzgerald fleming fletcher flynn francis franklin fraser freeman french frost fuentes fuller",
  "gallagher gardiner gardner garner george gilbert giles gill glover gonzales goodwin gould grant",
  "greene greenwood gregory griffin guerrero gupta guzman hale hammond hancock hansen harding hardy",
  "hargreaves harper hart hartley harvey hawkins hayes haynes heath herrera hicks higgins hobbs",
  "hodgson hoffman holden holland holt hooper hope hopkins horton houghton howarth howe howell howells",
  "huang humphreys humphries hunter hurst hutchinson ingram iqbal islam jacobs jarvis jennings jensen",
  "jimenez john johnston jordan joyce juarez kane kay kaye kemp kennedy kent kerr kirby klein knowles",
  "kumar lamb lambert lane law lawrence lawson leach leigh leonard li lin little liu lowe lucas luna",
  "lynch macdonald mahmood maldonado malik manning marsh may mccarthy mcdonald mckenzie mclean medina",
  "mehta mejia metcalfe meyer middleton miles miranda mohamed montgomery moran moreno morrison morton",
  "moss munoz nash navarro newman newton nicholls nicholson norman norris north norton nunez obrien",
  "oconnor okafor oneill osborne owens padilla page parkes parkin parkinson parry parsons patterson",
  "payne pearce pearson pena perkins peters phelps pollard poole pope porter potter potts pratt",
  "preston pritchard quinn rahman ramsey randall rao read reddy rees reid rhodes rice richards riley",
  "robson rojas romero rose rowe rowley ryan salazar salinas santiago santos saunders savage schmidt",
  "schneider serrano sharma sharp sharpe sheldon shepherd sheppard short silva simmons sinclair slater",
  "smart snyder soto spencer stanley steele stephens stephenson stevenson stokes stone storey sullivan",
  "summers sutton swift sykes tate terry thomson thornton thorpe tran trujillo tucker turnbull tyler",
  "valdez vargas vasquez vaughan vega velasquez wade wagner wall wallace wallis walsh walters walton",
  "wang warner warren washington waters watkins watts weaver webster welch wells west weston wheeler",
  "whitehead whittaker wilkins williamson willis winter wolf wong woods woodward wu yang yates yu",
  "zhang zhou",
]
  .join(" ")
  .split(" ");
