import { synthesizerContract } from "../ports/synthesizer.contract.ts";
import { toneSynthesizer } from "./tone-synthesizer.ts";

synthesizerContract(async () => toneSynthesizer());
