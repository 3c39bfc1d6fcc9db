// Writes src/model/api.d.ts, the types of what the server answers, from its openapi.json. With
// --check it writes nothing, and fails where the file is not what would be written.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const contract = new URL("../../app/src/main/resources/openapi.json", import.meta.url);
const types = fileURLToPath(new URL("../src/model/api.d.ts", import.meta.url));

const head = "// Made from the server's openapi.json by `npm run api`; what to change is that file.\n\n";
const text = head + astToString(await openapiTS(contract, { immutable: true }));

if (process.argv.includes("--check")) {
  if (readFileSync(types, "utf8") !== text) {
    console.error("src/model/api.d.ts is not what openapi.json says: run `npm run api`");
    process.exit(1);
  }
} else {
  writeFileSync(types, text);
}
