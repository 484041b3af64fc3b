/** What callers say to have something done, in many words, by the act that it is. One phrase a line. */
export const actsInOtherWords: Readonly<Record<string, string>> = {
  affirm: `
    yes
    yes please
    yep
    yup
    yeah
    ya
    uh huh
    mm hmm
    mhm
    sure
    sure thing
    of course
    absolutely
    definitely
    certainly
    correct
    that's correct
    that is right
    right
    you got it
    exactly
    exactly right
    sounds good
    sounds great
    sounds perfect
    that's fine
    that'll work
    that works for me
    works for me
    all right
    i guess so
    i think so
    i believe so
    for sure
    affirmative
    indeed
    totally
    i do
    i am
    it is
    that would be great
    that would be lovely
    yes ma'am
    yes sir
    you bet
    no problem
    why not
    i'd love to
    i would
    oh yes
    yes that's me
    speaking
    that's me
    yes it is
    yes i am
    yes i do
    yea
    roger that
    bingo
    spot on
    precisely
    true
    that's true
    very well
    that's good
    that's the one
    correct yes
    fair enough
    i suppose
    if you must
    that suits me
    that suits me fine
    i'm happy with that
    happy to
    i accept
    i agree
    agreed
    deal`,
  deny: `
    no
    nope
    nah
    no thanks
    no thank you
    not really
    absolutely not
    definitely not
    no way
    negative
    never
    i don't think so
    i'd rather not
    i would rather not
    not at all
    that's wrong
    that's not right
    that's incorrect
    incorrect
    wrong
    that is not correct
    no it isn't
    no it's not
    no i don't
    no i'm not
    no that's not it
    that doesn't work
    that won't work
    that doesn't work for me
    i can't do that
    i can't make that
    i can't make it then
    not for me
    not interested in that
    none of those
    neither
    not that one
    i'm afraid not
    afraid not
    unfortunately not
    nuh uh
    no sir
    no ma'am
    hell no
    of course not
    i disagree
    that's not me
    wrong person
    no that's my husband
    that's not what i said
    i didn't say that
    no no no
    that's not mine
    it doesn't suit me
    that's too early
    that's too late
    too far
    it's too expensive
    i don't want that
    i don't want to
    i'll pass
    pass
    not good for me
    not quite
    not exactly`,
  person: `
    can i speak to a person
    i want to talk to a human
    representative
    agent
    operator
    human please
    let me talk to somebody
    can you transfer me
    put me through to reception
    i'd like to speak with someone
    connect me to the front desk
    i want a real person
    get me a manager
    i need to speak to a supervisor
    can someone call me back
    is there anyone i can talk to
    speak to a live agent
    live person
    receptionist please
    could i talk to one of your staff
    i don't want to talk to a machine
    i'd rather talk to a person
    can i talk to the nurse
    can i speak to the doctor
    talk to a live human being
    customer service
    i want to speak to someone in billing
    please transfer me to a person
    give me a human
    patch me through to an agent
    may i speak with a member of your team
    i prefer talking to a human being
    stop i want a human
    is a real person available
    let me speak to sarah at the desk
    i need help from a person
    someone real please
    you're useless get me a person
    hand me over to a colleague
    can you put somebody else on the line
    i'd like to talk to an adviser
    customer support please
    can i get an employee
    is there a nurse I can speak to
  `,
  repeat: `
    can you repeat that
    repeat please
    say that again
    what was that
    pardon
    pardon me
    sorry what
    come again
    i didn't catch that
    i didn't hear you
    i missed that
    one more time please
    what did you say
    could you say that once more
    excuse me what
    huh
    what
    sorry
    i beg your pardon
    can you read that back
    can you repeat the times
    what were the options again
    i couldn't hear that
    say again
    you broke up there
    could you go over that again
    run that by me again
    what was the last one
    can you repeat the question
    what's that
    sorry could you say that again
    repeat the number please
    i didn't get that
    didn't quite catch you there
    sorry i didn't understand you
    once more
    again please
    you cut out
    eh
    tell me again
    could you rephrase that
    what did you ask
    read that back to me
  `,
  greet: `
    hi
    hello
    hey
    good morning
    good afternoon
    good evening
    hello there
    hi there
    howdy
    hey there
    morning
    hiya
    good day
    greetings
    hello how are you
    hi good morning
    hallo
    evening
    hi i'm calling about my appointment`,
  thank: `
    thanks
    thank you
    thank you very much
    thanks a lot
    thanks so much
    many thanks
    i appreciate it
    much appreciated
    cheers
    thank you for your help
    that's very kind
    i'm grateful
    thanks a million
    thanks a bunch
    thank you kindly
    bless you
    great thanks
    appreciate that
    thx
    that's so kind of you
    you've been very helpful
    you've been a great help
    i really appreciate your help`,
  goodbye: `
    bye
    goodbye
    bye bye
    see you
    see you later
    see you then
    talk to you later
    have a good day
    have a nice day
    have a great weekend
    take care
    good night
    cheerio
    so long
    that's all
    that's all thank you
    that will be all
    that's everything
    i'm done
    nothing else thanks
    i have to go
    i've got to go
    i need to hang up now
    catch you later
    farewell
    later
    see ya
    adios
    i'm all set
    we're done here
    that's it for today
    no that's all
    have a good one
    you too bye
    i'm good thanks
    end the call
    hang up`,
  dontKnow: `
    i don't know
    i'm not sure
    no idea
    i have no idea
    not sure
    i don't remember
    i can't remember
    i forgot
    i forget
    i couldn't tell you
    beats me
    no clue
    i haven't a clue
    i don't have it with me
    i don't have that on me
    i'd have to check
    i'm unsure
    dunno
    i dunno
    hard to say
    who knows
    i can't recall
    i don't recall
    it's hard to say
    i wouldn't know
    i'm not certain
    don't know
    couldn't say
    i've no idea
    i really don't know
    not that i know of
    i have to ask my wife
    i'm drawing a blank
    it slipped my mind
    i've forgotten`,
  cancel: `
    cancel my appointment
    i need to cancel
    i want to cancel
    please cancel it
    i have to cancel tomorrow's appointment
    can you cancel that for me
    i can't make it to my appointment
    i won't be able to make it
    i won't be coming
    i'd like to call off my appointment
    take me off the schedule
    scrap my appointment
    drop the appointment
    i no longer need the appointment
    i don't need the appointment anymore
    please delete my booking
    cancel everything
    remove my booking
    call it off
    i need to get out of my appointment
    could you cancel tuesday's visit
    i can't come in on friday
    i'm not going to make it tomorrow
    i want to withdraw my appointment
    void my booking
    I'm not going to be able to make it friday
  `,
  change: `
    i need to reschedule
    can i move my appointment
    change my appointment
    i want to change the time
    could we push it back
    can we make it later
    i need a different time
    move it to friday
    postpone my appointment
    can i bring it forward
    swap my appointment
    i'd like to shift my appointment
    can i change the date
    i need to rebook
    put it off until next week
    reschedule please
    can i come on another day instead
    modify my booking
    i'd like to alter my reservation
    switch my appointment to monday
    delay my appointment
    move my visit up
    can we do it another time instead
    is it possible to move my booking
    i want to update my appointment
    amend my booking
    can we make it another day
  `,
  slower: `
    slow down
    slower please
    can you speak slower
    you're talking too fast
    not so fast
    could you slow down a bit
    more slowly please
    speak more slowly
    too fast
    that was too quick
    a bit slower`,
  wait: `
    hold on
    one moment
    just a second
    wait
    hang on
    give me a minute
    just a minute
    one sec
    bear with me
    let me check
    let me grab my card
    wait a moment please
    give me a second
    i need a moment
    let me get a pen
    let me look
    hold on a second
    can you wait
    hold please
    just a sec
    let me think
    let me find it
    gimme a sec
    i'll go get it
    two seconds
    let me get my insurance card
    stand by
    i'm looking for it
    one minute please
    hold up
  `,
  help: `
    help
    what can i say
    what are my options
    i need help
    can you help me
    what can you do
    i'm confused
    what should i say
    what do you mean
    i'm lost
    how does this work
  `,
  goBack: `
    go back
    back
    previous question
    can we go back
    go back to the last question
    one step back
    let's go back a step
    return to the previous one
    can you go back one
    take me back
    back up a step
  `,
  startOver: `
    start over
    start again
    let's start from the beginning
    begin again
    restart
    from the top
    can we start over
    start from scratch
    let's begin again
    reset
    do it all over again
    start the whole thing again`,
  correct: `
    no it's smith
    i said five
    that's not what i said i said tuesday
    change my phone number
    i meant wednesday
    actually it's main street
    my address is wrong
    that's the wrong number
    you got my name wrong
    i misspoke
    let me correct that
    no i said friday
    correction
    my name is spelled wrong
    i need to correct my date of birth
    i gave you the wrong number
    that should be eleven
    it's not jon it's john
    i made a mistake
    fix my email
    you misheard me
    wrong number it ends in forty two
    you misspelled my name
    that's not how you spell it
  `,
  book: `
    i want to make an appointment
    book an appointment
    i'd like to see a doctor
    i need to schedule a visit
    can i get an appointment
    i'd like to come in
    schedule me in
    set up an appointment
    i need to be seen
    make a booking
    i'd like an appointment
    can you fit me in
    do you have anything available
    i need to see dr smith
    sign me up
    i want to book
    i'm looking to schedule
    get me an appointment
    can you squeeze me in
    i need an oil change appointment
    reserve a time
    i was hoping to get in today
    can the doctor see me today
    when's your next opening
    I need to get in to see someone
  `,
  confirm: `
    i want to confirm my appointment
    i'm calling to confirm
    yes i'll be there
    confirm my appointment
    i'll be there
    just confirming my appointment
    i'm returning your call to confirm
    can i confirm my visit for tomorrow
    we'll be there
    just checking that I'm still on for monday
    am I still booked for tomorrow
  `,
  stop: `
    stop calling me
    take me off your list
    don't call me again
    remove me from your list
    i'm not interested
    stop calling
    unsubscribe
    do not call
    quit calling me
    leave me alone
    opt out
    never call this number again
    lose my number
    no more calls please
    remove my number`,
};
