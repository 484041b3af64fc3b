/** Shaping of synthesised sound: 8 kHz, 16-bit samples. All functions return new samples or views, never change theirs. */

/** 10 ms. */
const WINDOW = 80;

/** Root mean square of the windows that hold speech, so that pauses do not make a sentence seem quiet. */
function speechLevel(samples: Int16Array): number {
  const levels = windowLevels(samples);
  const loudest = levels.reduce((a, b) => Math.max(a, b), 0);
  const speech = levels.filter((level) => level > loudest / 10);
  if (speech.length === 0) return 0;
  return Math.sqrt(speech.reduce((sum, level) => sum + level * level, 0) / speech.length);
}

/** Scales to the wanted level, but never so far that the loudest sample passes `peak`. Silence stays silence. */
export function normalise(samples: Int16Array, level: number, peak: number): Int16Array {
  const present = speechLevel(samples);
  if (present === 0) return samples;
  const loudest = samples.reduce((a, b) => Math.max(a, Math.abs(b)), 1);
  const gain = Math.min(level / present, peak / loudest);
  return samples.map((sample) => Math.round(sample * gain));
}

/** Cuts the silence at both ends, leaving `leadMs` and `tailMs` of it so that no soft consonant is clipped. */
export function trim(samples: Int16Array, keep: { leadMs: number; tailMs: number }): Int16Array {
  const levels = windowLevels(samples);
  const loudest = levels.reduce((a, b) => Math.max(a, b), 0);
  const threshold = Math.max(8, loudest / 100);
  const first = levels.findIndex((level) => level > threshold);
  if (first < 0) return new Int16Array(0);
  const last = levels.findLastIndex((level) => level > threshold);
  return samples.subarray(
    Math.max(0, first * WINDOW - keep.leadMs * 8),
    Math.min(samples.length, (last + 1) * WINDOW + keep.tailMs * 8),
  );
}

function windowLevels(samples: Int16Array): number[] {
  const levels: number[] = [];
  for (let start = 0; start < samples.length; start += WINDOW) {
    const end = Math.min(samples.length, start + WINDOW);
    let sum = 0;
    for (let index = start; index < end; index++) sum += (samples[index] as number) ** 2;
    levels.push(Math.sqrt(sum / (end - start)));
  }
  return levels;
}
