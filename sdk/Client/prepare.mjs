// What the C# client is made from: openapi.json with names that read well in C#, and with room for what the client does by itself.
import { readFileSync, writeFileSync } from 'node:fs';

const parameterNames = { 'Idempotency-Key': 'idempotencyKey', 'If-Match': 'ifMatch' };
const anyProblem = {
  description: 'A problem: its code says which.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function nameHeaders(operation) {
  for (const parameter of operation.parameters ?? []) {
    if (parameter.name in parameterNames) {
      parameter['x-originalName'] = parameterNames[parameter.name];
      parameter.required = false; // BillingClient gives a new key where the caller gives none.
    }
  }
}

function nameBody(operation) {
  if (operation.requestBody) {
    operation.requestBody['x-name'] = 'request';
    Object.values(operation.requestBody.content).forEach(inlineBytes);
  }
}

// Bytes behind a reference would be taken for a form's file.
function inlineBytes(body) {
  if (body.schema.$ref === '#/components/schemas/IFormFile') {
    body.schema = { type: 'string', format: 'binary' };
  }
}

// All problems have one shape and end in one exception.
function joinProblems(operation) {
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  operation.responses = { ...Object.fromEntries(answers), default: anyProblem };
}

// A null in a field leaves it out. In an update a null in AdditionalProperties is sent, and so clears what it names.
function openUpdate([name, schema]) {
  if (name.startsWith('Update')) {
    schema.additionalProperties = true;
  }
}

const [source, target] = process.argv.slice(2);
const description = JSON.parse(readFileSync(source, 'utf8'));
for (const operation of Object.values(description.paths).flatMap(path => Object.values(path))) {
  nameHeaders(operation);
  nameBody(operation);
  joinProblems(operation);
}

Object.entries(description.components.schemas).forEach(openUpdate);
writeFileSync(target, JSON.stringify(description));
