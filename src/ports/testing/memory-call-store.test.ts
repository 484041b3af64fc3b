import { callStoreContract } from "../call-store.contract.ts";
import { memoryCallStore } from "./memory-call-store.ts";

callStoreContract("memory", async () => ({ store: memoryCallStore(), async [Symbol.asyncDispose]() {} }));
