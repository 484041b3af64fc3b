/** Between two values of one kind, these say that the earlier is taken back. */
export const correctionPhrases: readonly string[] = [
  "(no|nope|nah|sorry|actually|wait|scratch that|oops|whoops|correction|strike that|rather|hold on)",
  "(i|we) (mean|meant|mean to say|meant to say)",
  "(make|made) (that|it)",
  "(or|well) (rather|actually|no)",
  "(no|not that|excuse me|pardon|pardon me)",
  "let us (say|make it|do)",
  "(change|changed) (that|it|my mind)",
  "(on second thought|come to think of it|never mind|forget that|i take that back|better)",
];
