/** What callers ask, in many words, by the topic that it is about. One phrase a line. */
export const questionsInOtherWords: Readonly<Record<string, string>> = {
  hours: `
    what are your hours
    when do you open
    what time do you close
    are you open on saturday
    how late are you open
    are you open on weekends
    what days are you open
    do you close for lunch
    what time do you guys open tomorrow
    are you open today
    when are you closed
    till what time are you there
    do you have evening hours
    are you open on thanksgiving
    how late can I come in
    you open weekends`,
  location: `
    where are you located
    what's your address
    where is your office
    which building are you in
    what street are you on
    where do I go
    are you downtown
    where's the clinic
    can you give me the address
    do you have another location
    which location is it
    are you near the hospital`,
  parking: `
    where do I park
    is there parking
    do you have a parking lot
    is parking free
    how much is parking
    can I park out front
    do you validate parking
    is there handicapped parking
    is there somewhere to leave my car`,
  price: `
    how much does it cost
    what do you charge
    how much will that be
    what's the price of a physical
    what's the fee
    is there a copay
    how expensive is it
    what would that run me
    what will I have to pay
    do I have to pay up front
    how much is a visit without insurance
    what's it going to cost me
    is the consultation free
    do you offer payment plans
    can I get an estimate`,
  insurance: `
    do you take blue cross
    do you accept my insurance
    what insurance do you take
    are you in network with aetna
    is my insurance accepted
    do you take medicare
    will my insurance cover that
    do I need a referral from my insurance
    which plans do you accept
    do you work with united healthcare
    is this covered`,
  preparation: `
    what should I bring
    do I need to bring anything
    do I have to fast
    can I eat before my appointment
    how should I prepare
    how early should I arrive
    do I need to fast before the blood test
    what do I need for the appointment
    should I bring my insurance card
    can I take my medicine before
    should I come early
    is there paperwork to fill out`,
  directions: `
    how do I get there
    can you give me directions
    what's the best way to get to you
    is there a bus that goes there
    which exit do I take
    how do I get to your office from the freeway
    what floor are you on
    is there an elevator
    are you close to the train station`,
  whoIsThis: `
    who is this
    who am I talking to
    who's calling
    what company is this
    is this the clinic
    what's your name
    who are you
    what is this about
    why are you calling`,
  robot: `
    are you a robot
    are you a real person
    am I talking to a machine
    is this a recording
    are you a computer
    is this ai
    are you human
    is this an automated system
    are you a bot`,
};
