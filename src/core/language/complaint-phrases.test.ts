import { expect, test } from "vitest";
import { hear } from "./testing/hear.ts";

/** Sentences as callers say them, by what they are to be understood as; others may be understood with it. */
const sentences: Readonly<Record<string, string>> = {
  chestPain: `
    my chest has been hurting
    there's a squeezing feeling in my chest
    I get tightness across my chest when I walk upstairs
    sharp pains in my chest`,
  breathing: `
    I'm having a hard time catching my breath
    I get winded going up the stairs
    I can barely breathe
    my breathing isn't right
    I've been short winded`,
  strokeSigns: `
    my face is drooping
    half my face went numb
    my speech is slurred
    one side of my body is weak`,
  allergicReaction: `
    I broke out in hives after eating shrimp
    my lips are swelling up
    I got stung by a bee and it's swelling
    I think I'm having a reaction to my medicine`,
  abdominalPain: `
    my stomach is killing me
    I have cramps in my belly
    my tummy hurts
    there's a pain in my lower right side
    I've got a stomach ache
    my gallbladder is acting up
    I'm constipated
    I haven't gone to the bathroom in days`,
  vomiting: `
    I've been throwing up all night
    I can't keep anything down
    I feel nauseous
    I'm sick to my stomach
    I feel queasy
    puking since last night`,
  diarrhea: `
    I've got the runs
    loose stools for three days
    I can't stop going to the bathroom
    I have diarrhea`,
  fever: `
    I've been running a temperature
    I feel hot and have chills
    my temperature is a hundred and two
    I have a high fever
    I'm burning up`,
  coldFlu: `
    I've got a bad cold
    my nose is stuffed up
    I have a runny nose
    I think I have the flu
    body aches and chills
    sinus infection
    sinus pressure
    I'm all congested
    I'm under the weather
    I feel lousy
    my sinuses are killing me
    I have a head cold
    I can't stop sneezing`,
  covid: `
    I tested positive for covid
    I think I have covid
    I need a covid test
    I lost my sense of smell
    I was exposed to covid`,
  cough: `
    I can't stop coughing
    I've got this nagging cough
    I'm coughing up green stuff
    dry cough at night
    chest cold with cough`,
  soreThroat: `
    it hurts to swallow
    my throat is scratchy
    I think it's strep
    my tonsils are swollen
    I've lost my voice
    I'm hoarse
    sore throat`,
  earPain: `
    my ear is plugged
    I have an ear infection
    ringing in my ears
    I can't hear out of my left ear
    earache
    I need my ears cleaned out`,
  eyeProblem: `
    I have pink eye
    my eye is red and itchy
    blurry vision
    something is in my eye
    I have a stye
    my eyes are watering
    floaters in my vision`,
  headache: `
    migraine
    my head is pounding
    I get these terrible headaches
    splitting headache
    my head has been hurting`,
  dizziness: `
    I feel light headed
    the room is spinning
    I've been getting dizzy spells
    I have vertigo
    I almost passed out
    I fainted yesterday`,
  heartProblem: `
    my heart is racing
    I have palpitations
    my heart skips beats
    heart flutters
    irregular heartbeat`,
  highBloodPressure: `
    my blood pressure is high
    hypertension
    I need my blood pressure checked
    my pressure has been up`,
  diabetes: `
    my sugar is high
    I'm diabetic
    my blood sugar has been all over the place
    diabetes check
    my a1c is up`,
  cholesterol: `
    my cholesterol is high
    I need my cholesterol checked`,
  thyroid: `
    my thyroid is off
    I have a thyroid problem`,
  backPain: `
    I threw my back out
    my lower back is killing me
    sciatica
    my back went out
    I have a slipped disc`,
  neckPain: `
    I've got a stiff neck
    my neck is sore
    I slept wrong and can't turn my neck
    whiplash`,
  jointPain: `
    my knee is swollen
    arthritis in my hands
    my shoulder aches
    I have gout
    my hip is bothering me
    tendonitis in my elbow
    plantar fasciitis
    my rotator cuff
    I have carpal tunnel
    tennis elbow`,
  injury: `
    I twisted my ankle
    I fell off a ladder
    I cut my finger
    I think I broke my toe
    I need stitches
    I hit my head
    I got in a car accident
    I burned my hand on the stove
    dog bite
    I sprained my wrist
    I stepped on a nail
    I have a splinter
    I got a concussion
    I need stitches taken out
    my toe is broken`,
  rash: `
    I've got a rash on my arm
    my skin is itchy
    I have poison ivy
    eczema
    psoriasis
    I have acne
    a mole that looks funny
    a weird spot on my skin
    shingles
    hives
    ringworm
    I found a tick on me
    I have a wart
    athlete's foot
    bug bites all over
    a boil
    a cyst on my back
    dry flaky skin
    my hair is falling out
    I have a lump on my arm
    ingrown toenail`,
  urinary: `
    it burns when I pee
    I think I have a uti
    bladder infection
    blood in my urine
    I have to pee all the time
    kidney stone
    I can't hold my bladder
    frequent urination`,
  womensHealth: `
    I need a pap smear
    irregular periods
    I'm having hot flashes
    I need birth control
    yeast infection
    I missed my period
    heavy bleeding with my period
    a lump in my breast
    mammogram
    menopause
    I need an iud put in
    cramps from my period`,
  pregnancy: `
    I'm pregnant
    I think I'm pregnant
    prenatal visit
    I need a pregnancy test`,
  mensHealth: `
    prostate check
    erectile dysfunction
    I have trouble with erections
    low testosterone
    vasectomy`,
  sexualHealth: `
    I want to get tested for stds
    I think I have an std
    I had unprotected sex
    sti screening
    I need an hiv test`,
  childIllness: `
    my son is sick
    the baby won't eat`,
  mentalHealth: `
    I've been feeling down
    I'm depressed
    anxiety
    panic attacks
    I'm stressed out
    I need to talk to someone about my mood
    adhd evaluation
    I can't focus
    I've been really anxious
    I feel overwhelmed
    ptsd
    bipolar`,
  sleep: `
    I can't sleep
    insomnia
    I keep waking up at night
    sleep apnea
    I snore a lot`,
  fatigue: `
    I'm tired all the time
    I have no energy
    I feel weak
    I'm exhausted
    run down`,
  weight: `
    I want to lose weight
    I've been gaining weight
    weight loss
    I lost a lot of weight without trying
    I want to ask about ozempic`,
  smoking: `
    I want to quit smoking
    help me stop smoking
    I need help to quit vaping`,
  allergies: `
    hay fever
    my allergies are acting up
    seasonal allergies
    itchy eyes and sneezing from pollen
    allergy shots`,
  asthma: `
    my asthma is acting up
    I need a new inhaler for my asthma`,
  heartburn: `
    acid reflux
    I have heartburn
    gerd
    indigestion
    food comes back up`,
  numbness: `
    my hand goes numb
    tingling in my fingers
    pins and needles in my feet
    my foot is asleep all the time`,
  dental: `
    I have a toothache
    my gums bleed
    I chipped a tooth
    I think I have an abscess on my tooth`,
  checkup: `
    annual physical
    a checkup
    routine exam
    wellness visit
    yearly physical
    I need a physical for school
    sports physical
    well child visit
    I just want to get checked out
    general exam
    pre employment physical
    medicare wellness visit
    camp physical
    dot physical`,
  newPatient: `
    I'm a new patient and want to establish care
    I'm looking for a primary care doctor
    I want to become a patient
    I just moved here and need a doctor`,
  followUp: `
    follow up visit
    I was told to come back in two weeks
    post op check
    after my hospital stay
    I was in the er last week
    the doctor wanted to see me again
    recheck`,
  vaccination: `
    flu shot
    I need my shots
    tetanus shot
    covid booster
    shingles vaccine
    vaccines for my baby
    hepatitis b vaccine
    travel vaccines
    immunizations
    pneumonia shot`,
  refill: `
    I need my prescription refilled
    I ran out of my pills
    medication refill
    I need more of my blood pressure medicine
    renew my prescription
    my meds are running out`,
  labWork: `
    I need blood work
    I need to get my blood drawn
    x ray
    I need an mri
    I have an order for labs
    urine test
    fasting labs
    ct scan`,
  referral: `
    I need a referral
    I need to see a specialist
    can you refer me to a dermatologist
    referral to a cardiologist`,
};

for (const [id, said] of Object.entries(sentences))
  for (const text of said.trim().split(/\n\s*/))
    test(`"${text}" is told as ${id}`, () => {
      const told = hear(text, { asked: ["complaint"] }).readings.filter(({ kind }) => kind === "complaint");
      expect(told.map(({ value }) => value)).toContain(id);
    });

const unrelated: readonly string[] = [
  "can you tell me more about your hours",
  "I'd like to come back in an hour",
  "I'm expecting a call",
  "I'm sick of waiting",
  "that would be a big help",
  "I want to change my appointment",
  "do you have parking",
  "my address is 12 Heart Lake Road",
  "I'll ask my husband",
  "Tuesday is fine",
  "I have Aetna",
  "can I speak to someone at the desk",
];
test.each(unrelated)('unasked, "%s" is no complaint', (text) => {
  expect(hear(text).readings.filter(({ kind }) => kind === "complaint")).toEqual([]);
});
