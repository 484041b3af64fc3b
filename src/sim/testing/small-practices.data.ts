/** Practice files that have little in common with the demonstrations: other fields in another order, other people, other visits. */
const smallPractices: Readonly<Record<string, string>> = {
  "river-clinic": `
kind: clinic
name: River Street Family Care
timeZone: America/Chicago
numbers: ["+13125550110"]
hours: &open { mon: 09:00-17:00, tue: 09:00-17:00, wed: 09:00-17:00, fri: 09:00-15:00 }
holidays: { country: US, region: IL }
locations: [{ id: main, name: River Street, address: "12 River Street, Springfield, IL 62701" }]
resources:
  - { id: okafor, name: Dr. Ada Okafor, alsoCalled: [okafor], offerings: [firstVisit, shots, teens], hours: *open }
  - { id: lindqvist, name: Dr. Per Lindqvist, alsoCalled: [lindqvist], payers: [cigna], offerings: [firstVisit, backCare, again], hours: *open }
offerings:
  - { id: firstVisit, name: a first visit, durationMinutes: 40, knownPeople: false }
  - { id: shots, name: a vaccination visit, complaints: [vaccination], durationMinutes: 15 }
  - { id: backCare, name: a back care visit, complaints: [backPain, neckPain], durationMinutes: 30, rules: { referral: true } }
  - { id: teens, name: a visit for teenagers, complaints: [mentalHealth], durationMinutes: 30, rules: { minAgeYears: 12, maxAgeYears: 19 } }
  - { id: again, name: a return visit, durationMinutes: 20, newPeople: false }
payers: [cigna, self]
area: { state: IL, cities: [Springfield], streets: [River Street, Oak Street] }
facts: [{ id: hours, topic: hours, answer: We are open on weekdays but for Thursday. }]
askFor: [phone, name, dateOfBirth, complaint, payer, doctor, time]
`,
  "tire-barn": `
kind: autoService
name: The Tire Barn
timeZone: America/Phoenix
hours: &open { tue: 08:00-18:00, wed: 08:00-18:00, thu: 08:00-18:00, fri: 08:00-18:00, sat: 08:00-14:00 }
holidays: { country: US }
locations: [{ id: barn, name: The Tire Barn, address: "900 Desert Road, Mesa, AZ 85201" }]
resources:
  - { id: nia, name: Nia Brooks, role: advisor, offerings: [tires, rotation, both], hours: *open }
offerings:
  - { id: tires, name: new tires, services: [tires], durationMinutes: 60, waiting: true }
  - { id: rotation, name: a tire rotation, services: [tireRotation], durationMinutes: 30 }
  - { id: both, name: an alignment with a rotation, services: [wheelAlignment, tireRotation], durationMinutes: 90 }
identity: phoneAndOne
area: { state: AZ, cities: [], streets: [] }
askFor: [name, services, phone, vehicle, time]
`,
  "music-school": `
kind: other
name: Hillside Music School
timeZone: America/New_York
hours: &open { mon: 12:00-20:00, wed: 12:00-20:00 }
holidays: { country: US }
locations: [{ id: hall, name: Hillside, address: "5 Hill Road, Albany, NY 12201" }]
resources:
  - { id: rosa, name: Rosa Lind, role: teacher, offerings: [trial], hours: *open }
  - { id: tom, name: Tom Adler, role: teacher, offerings: [trial], hours: *open }
offerings: [{ id: trial, name: a trial lesson, durationMinutes: 30 }]
area: { state: NY, cities: [Albany], streets: [Hill Road] }
askFor: [dateOfBirth, name, doctor, phone, time]
`,
};

const wording = (name: string) => `
wording:
  greeting: Thank you for calling ${name}.
  goodbye: Goodbye.
  assistantDisclosure: You are speaking with an automated assistant.
  recordingDisclosure: null
  emergencyInstruction: This may be an emergency. Please hang up now and call 911.
  crisisInstruction: Please call or text 988 now.
email: { from: desk@example.com, staff: [] }
`;

/** The whole file of one of them. */
export function smallPracticeFile(id: string): string {
  return `${smallPractices[id]}${wording(id)}`;
}
