interface SpeechResultEvent {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

interface BrowserRecognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: SpeechResultEvent) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

type RecognitionMaker = new () => BrowserRecognition;

/** Null where the browser brings no recognition of its own. */
function browserRecognition(): RecognitionMaker | null {
  const scope = window as unknown as Record<string, RecognitionMaker | undefined>;
  return scope["SpeechRecognition"] ?? scope["webkitSpeechRecognition"] ?? null;
}

export const hasBrowserSpeech = (): boolean => browserRecognition() !== null;

/** Recognises in the browser and hands over each finished turn. The returned function ends it. */
export function listenInBrowser(heard: (text: string) => void): () => void {
  const Maker = browserRecognition();
  if (Maker === null) return () => {};
  const recognition = new Maker();
  let wanted = true;
  recognition.lang = "en-US";
  recognition.continuous = true;
  recognition.interimResults = false;
  recognition.onresult = (event) => {
    for (let i = event.resultIndex; i < event.results.length; i++) {
      const result = event.results[i];
      const text = result?.isFinal ? result[0]?.transcript.trim() : undefined;
      if (text) heard(text);
    }
  };
  // Browsers end recognition by themselves after a minute or a pause.
  recognition.onend = () => {
    if (wanted) recognition.start();
  };
  recognition.start();
  return () => {
    wanted = false;
    recognition.stop();
  };
}
