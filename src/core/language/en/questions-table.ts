/** Topics of questions that a practice can be asked, with the ways to ask. */
export const questionPhrases: readonly (readonly [string, readonly string[]])[] = [
  [
    "hours",
    [
      "(do|are|will) (you|they|you guys|the office) (close|closed|open|shut|there) (for|at|during|over|through|in) (lunch|noon|the holidays|holidays|the weekend|_)",
      "(till|until|by|from|up to) (what|which) (time|hour|day) (are|do|is|will) (you|they|the office|it)",
      "(do|are) (you|there|they) (have|offer|any)? (any)? (evening|weekend|saturday|sunday|early|late|after|extended|night|morning) (hours|appointments)",
      "(what|when|which) (are|is) (your|the|you guys) (opening|business|office|working|operating|regular|normal|clinic|shop|store|holiday|weekend|service)? (hours|opening hours|opening times|schedule|business hours|times)",
      "(what|when|how late|how early|until when|till when) (time|days|hours|day)? (do|are|does|is|will) (you|the|they|it|you guys) (office|clinic|shop|practice|place|store|department|service department|garage|doctor)? (open|close|closed|closing|opening|shut|start|be open|opened)",
      "(are|is|will|do) (you|the|they|you guys) (office|clinic|shop|practice|place|store|department|be|garage)? (open|closed|close) (on|now|today|tomorrow|this|at|after|until|during|over|late|early|right|still|sunday|saturday|sundays|saturdays|weekends|$)",
      "(opening|business|office|working) (hours|times)",
      "(what|your) hours",
    ],
  ],
  [
    "directions",
    [
      "(what|which) (is|way) (the|is) (best|fastest|easiest|quickest|shortest) (way|route) (to|there|from)",
      "(is|are) there (a|an|any) (bus|train|elevator|subway|ramp|bus stop|metro|stairs|shuttle)",
      "(are|is) (you|it|the office|the clinic) (close|near|next|on) (to)? (the|a|any) (_)? (station|bus|train|freeway|highway|metro|subway|exit|line|bus line|airport)",
      "(wheelchair) (accessible|access|ramp)",
      "(how) (do|can|would|should) (i|we|you|one) (get|find|drive|come|reach) (to|there|you|your|the|here|it|from)",
      "(directions|cross street|cross streets|which exit|what exit|landmark|landmarks|which floor|what floor|how far|what bus|which bus|subway|nearest)",
      "(give|tell|need|send|get) (me)? (some|the)? directions",
    ],
  ],
  [
    "location",
    [
      "(what|which) (building|office|location|branch|clinic|suite|town|city) (are|is|am|do) (you|it|that|this|i|the|we) (in|at|on|going|located|seen)?",
      "(are|is) (you|it|that|this|the office|the clinic) (downtown|near (the|a|_)|close to (the|a|_)|next to (the|a|_)|across from (the|a|_))",
      "(do|is|are|have) (you|there|they)? (have|got)? (any|another|other|more than one|a different|a closer|a second) (location|locations|office|offices|branch|branches|clinics|places)",
      "(on|off) (what|which) street",
      "(where) (are|is) (you|the|your|they|it|this|that|that office|he|she|u) (guys|office|clinic|shop|practice|place|located|store|located at|at|dealership|building|garage|salon|doctor)?",
      "(what|which) (is|city|street|part|town) (the|your|their|are|is) (office|exact|street|full|clinic|their|his|her|building)? (address|location|you|located)",
      "(your|the|their) (office|street|exact|clinic|physical)? (address|location) (please|again|$)",
      "(where) (do|should|can|would|must) (i|we) (go|come|be|drop|bring|show up)",
      "(what) (is) (the|your|their) (address|location)",
      "(give|tell|get|send) (me)? (the|your|their) (address|location)",
    ],
  ],
  [
    "parking",
    [
      "(how much|what) (is|does|for|do you charge for) (the|it cost for)? parking",
      "(is|are|do|does|have|validate|handicapped|disabled|free|street|valet|accessible|wheelchair) (~) parking",
      "(somewhere|anywhere|place|where) (to|i can|can i) (leave|put|park) (my|the|a) (car|truck|vehicle|van)",
      "(where|is|can|do|how|any|about|have|the|for) (there|i|we|you|do|can|should|have|much|is|your)? (i|we|any|a|free|to|the|have)? (a|free|to)? (park|parking) (lot|garage|space|spot|there|available|free|my|situation)?",
      "parking (lot|garage|space|spaces|spot|available|situation)",
    ],
  ],
  [
    "price",
    [
      "(is|will|would) there (be)? (a|any|an) (copay|co-pay|charge|fee|cost|deductible|deposit)",
      "(is|are) (the|a|an|my|this|your) (first|initial)? (consultation|visit|exam|quote|estimate|inspection|diagnosis|loaner|shuttle|service) (free|expensive|extra)",
      "(what|how much) (will|would|do|does|should|am) (i|that|it|this|we) (have|going|need)? (to)? (pay|owe|run|cost|run me|cost me|be charged)",
      "(have|need) to pay (up front|upfront|before|anything|cash|today|now|the|in|for)",
      "(payment|finance|financing) (plan|plans|options|installments)",
      "(can|could|may|do|will|would) (i|you|we|they) (~) (an|a|any|some) (estimate|quote|price)",
      "(pay|take|accept) (by|with|in)? (cash|credit|card|cards|installments|check|apple pay|credit cards)",
      "(how much) (is|does|do|will|would|are|for|did|should|it|to|you|money|am i|would it|can)",
      "(what) (is|are|does|do|will|would) (the|your|it|a|an|that|this|you|be) (~) (cost|price|charge|fee|fees|prices|rates|rate|copay|charges|costs|co-pay)",
      "(cost|price|fee|copay|co-pay|pricing) (of|for|is|be|to|estimate)",
      "(any|is there a|is there an|do you charge) (charge|fee|extra|cost|cancellation fee)",
      "(is|are) (it|they|that|you) (expensive|free|cheap|pricey)",
      "how (expensive|pricey|cheap)",
    ],
  ],
  [
    "insurance",
    [
      "(need|have to have|require) (a)? (referral|authorization|preauthorization) (from|for|by) (my|the) (insurance|plan|doctor)",
      "(what|how much) (will|does|would) (my)? (insurance|plan) (cover|pay)",
      "(do|does|will|would|can) (you|they|the|he|she|this|the office|your office) (guys|office|doctor|clinic|practice|also|even)? (take|accept|work with|honor|participate|honour|bill|cover) (~) (insurance|medicare|medicaid|plan|plans|insurances|aetna|cigna|humana|kaiser|hmo|ppo|tricare|blue cross|blue shield|united|bcbs|anthem|coverage|warranty)",
      "(do|does|will|would) (you|they) (take|accept) (my|our|_|_ _) $",
      "(what|which|any|kinds of|types of) (insurance|insurances|plans|kinds of insurance|types of insurance|insurance plans|insurance companies|insurance do)",
      "(is|am|are|will) (my|i|this|that|it|your|the visit|insurance|it be|this be|the doctor|he|she|you|they|medicare|medicaid) (~) (covered|in network|in-network|accepted|cover|network|out of network)",
      "(does|will|would) (my)? insurance (cover|pay|take)",
    ],
  ],
  [
    "preparation",
    [
      "(how) (early|soon|long before|far ahead) (should|do|must|can) (i|we) (have|need)? (to)? (arrive|come|be there|get there|show up|check in)",
      "(should|do|must) (i|we) (have to|need to)? (come|arrive|be there|get there|show up) (early|before|ahead|a few minutes)",
      "(what|anything) (do|should) (i|we) (need|have) (for|with) (the|my|this|that) (appointment|visit|exam|test|surgery|procedure|physical)",
      "(is|are) there (any)? (paperwork|forms|a form) (to|i|we|for|that)",
      "anything (special|else|in particular)? (that)? (i|we) (should|must|need to|have to|ought to|can) (do|know|bring|have|avoid) (before|beforehand|ahead|first|in advance|to (prepare|get ready)|for)?",
      "(what|anything|do|should|is there anything|do i have|will i) (do|should|i|must|else|will|to)? (i|we|need|should|have)? (need|have|need to|should|to)? (to)? (bring|wear|prepare|fast|take with me|bring with|bring along|do before|stop taking)",
      "(how) (do|should|can) (i|we) (prepare|get ready)",
      "(can|should|may|do) i (have to)? (eat|drink|fast|take my (medicine|medication|pills)) (before|anything|breakfast)?",
      "(need|have) to (fast|be fasting|prepare|bring)",
      "(what|which) (documents|paperwork|papers|forms) (do|should|to)?",
    ],
  ],
  [
    "whoIsThis",
    [
      "(why) (are|did|do|have) (you|they|someone) (calling|call|phoning|keep calling|called|phone)",
      "(who|whom) (is|am|are) (this|i|you|calling|it|that|there|speaking) (speaking|talking|calling|with|to|please|again|on the)?",
      "(what|which) (company|place|office|clinic|doctor's office|practice|number|business|organization) (is|are|am) (this|you|i|it)",
      "(who|where) (are|is) (you|this) (calling|with|from)",
      "(what) is your name",
      "what is this (about|regarding|call|in regards|concerning|in reference|for)",
      "(where) are you calling from",
      "(is) this (the|dr|doctor) (~) (office|clinic|practice|department|dealership)",
    ],
  ],
  [
    "robot",
    [
      "(are|is) (you|this|it|that) (a|an|even|actually|really|just|some)? (a|an|real|actual|live|kind of)? (robot|machine|bot|computer|recording|real|human|person|ai|chatbot|automated|artificial|voicemail|live person|answering machine|real person|alive|android|system|siri|alexa|chat gpt|chatgpt)",
      "(am|are) i (speaking|talking|chatting) (to|with) (a|an) (real|actual|live|human)? (robot|machine|bot|computer|recording|human|person|ai|chatbot|someone|being)",
      "(talking|speaking) to (a|an) (robot|machine|bot|computer|recording|ai)",
    ],
  ],
  [
    "why",
    [
      "(why) (do|did|are|is|does|would|should|must|have) (you|i|we|that|this|it) (need|want|ask|asking|have to|necessary|required|needed|give|tell|important|even|matter|know)",
      "(what|why) (do|does|would|is) (you|that|this|it) (need|want) (that|it|this|my|to know) (for)?",
      "^ (but|and|um|uh|ok|okay|sorry)? (why|what for|how come|for what) (is that|that|though|is this|exactly|not)? $",
      "what is (that|this|it) for",
    ],
  ],
];

/** How questions begin that are about none of the topics. */
export const openQuestionPhrases: readonly string[] = [
  "^ (and|but|so|um|uh|well|ok|okay|hi|hello|sorry|yes|no|yeah|great|also|oh|alright|perfect|sure)? (what|where|when|who|how|which|why|whose) (is|are|was|do|does|did|can|could|will|would|about|if|many|much|long|often|soon|far|kind|type|time|day|else|should|am|happens|have|has)",
  "(what|how) about (the|your|my)",
  "(i|we) (have|had|got) (a|another|one|some|one more|a quick|a few) (question|questions)",
  "(can|could|may) i ask",
  "(do|does|is|are|can|could|will|would|did|should|has|have) (you|he|she|they|it|there|the doctor|the dentist|this|i) ~ (have|offer|speak|do|take|available|accept|provide|know|need|still|able|tell|allowed)",
];
