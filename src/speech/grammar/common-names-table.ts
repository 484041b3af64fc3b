/** The most frequent names of living Americans, by the census; order does not matter. */
export const commonGivenNames: readonly string[] = (
  "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald " +
  "steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric " +
  "jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry " +
  "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley " +
  "kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy " +
  "shirley angela helen anna brenda pamela nicole emma samantha katherine christine debra rachel catherine carolyn janet " +
  "ruth maria heather diane virginia julie joyce victoria olivia kelly christina lauren joan evelyn judith megan cheryl " +
  "jose juan luis carlos peter henry adam nathan zachary walter kyle harold carl jeremy keith roger arthur lawrence sean " +
  "christian albert joe ethan austin jesse willie billy bryan bruce jordan ralph roy noah dylan eugene wayne alan louis " +
  "russell gabriel philip randy vincent logan bobby johnny alice jane ana rosa ann anne sophia grace denise amber doris " +
  "marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori"
).split(" ");

/** The thirty most frequent of either sex. */
export const mostCommonGivenNames: readonly string[] = (
  "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald " +
  "steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan " +
  "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley " +
  "kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca laura anna maria"
).split(" ");

/** In the order of frequency. */
export const commonFamilyNames: readonly string[] = (
  "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson " +
  "thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young " +
  "allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts " +
  "gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez " +
  "ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james " +
  "bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez powell jenkins " +
  "perry russell sullivan bell coleman butler henderson barnes gonzales fisher vasquez simmons romero jordan patterson " +
  "alexander hamilton graham reynolds griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina " +
  "aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas " +
  "henry chen freeman webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason " +
  "dixon munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice"
).split(" ");
