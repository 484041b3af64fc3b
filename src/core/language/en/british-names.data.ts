/**
 * Names and spellings that are much more common in Britain than in the United States; they decide between guesses that sound
 * alike.
 */
export const britishNames: ReadonlySet<string> = new Set(
  (
    "abbie adele aidan alan alistair amie angus anne antony ashleigh bethan bethany beverley bryony callum carole catherine ceri charlotte clare claire colin craig danielle darren dawn declan derek dominic duncan eleanor elliott emma ewan fiona " +
    "gareth gary gavin gemma geoffrey georgina gillian glenys glyn graeme graham hamish harriet hayley heather helen hilary holly iain ian imogen isobel jacqueline jade jane janine jayne jill joanne jodie karl katie kayleigh keith kelly kerry kieran kimberley kirsty " +
    "leah leanne lee leigh lesley lewis liam lindsey lorna lorraine louise lucy lynda lynne lynsey malcolm mandy marian martin martyn maureen megan mohammed moira natalie neil niall nicola nigel oliver owen paige pauline philip phillip philippa phoebe poppy rachael rebecca " +
    "rhys robyn rory rosemary roy ruth sally shaun sheila sian simon siobhan stacey stephen stewart stuart suzanne terence teresa toby tracey trevor victoria wayne wendy yvonne zoe " +
    "ahmed akhtar ali allen atkinson barker barnes begum bibi booth bradley brookes burke chambers chapman clarke cooke davies dawson dixon evans fletcher gibson graham gray green griffiths harris harrison hartley harvey hill holmes howell hughes humphreys humphries hunt hussain " +
    "hutchinson iqbal jenkins johnston jones kaur khan knight lloyd lowe marsh marshall matthews mills morris murray naylor newton owen palmer parkes parkinson parry patel pearce pearson phillips poole powell price pritchard read rees reid richards roberts robinson rogers rowe saunders shah " +
    "sharp shaw shepherd sheppard simpson singh slater stephenson stevens stevenson stokes sykes taylor thompson thomson thorpe turnbull wainwright walsh watkins watson webb wells whitehead whittaker wilkinson williams wood wright yates"
  ).split(" "),
);
