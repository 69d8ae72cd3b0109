// Prints what the parser finds in a document, and ends with 1 if one of that is an error or a warning.
import { Parser, fromFile } from '@asyncapi/parser';

const WARNING = 1;
const { diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
for (const { severity, code, path, message } of diagnostics) {
  console.log([severity, code, path.join('/'), message].join(' '));
}
process.exitCode = diagnostics.some(({ severity }) => severity <= WARNING) ? 1 : 0;
