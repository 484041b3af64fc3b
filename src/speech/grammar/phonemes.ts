/** The acoustic model's phonemes, without silence and noise. */
export const phonemes: readonly string[] =
  "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH".split(
    " ",
  );
