// Receives 4o image callbacks: verify, keep, answer, and only then fetch the pictures.
//
// Guarantee: a callback is on disk before it is answered, so what was answered 200 is worked on, after a crash too.
// It is worked on once per webhook-id; only a crash in the middle of the work makes it start again, and that
// overwrites the same files. This holds for one process per OUTPUT_DIR: two would both fetch.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';
import { Webhook } from 'standardwebhooks';

const { WEBHOOK_SECRET, HOST = '127.0.0.1', PORT = '3000', OUTPUT_DIR = '.' } = process.env;
const RETRY_SECONDS = 60;
const TASK_ID = /^[A-Za-z0-9_-]{1,64}$/; // it becomes part of a file name

const webhook = new Webhook(WEBHOOK_SECRET); // throws without a secret: better no receiver than one that trusts anybody
const inbox = join(OUTPUT_DIR, 'callbacks');
const app = express();

// The signature covers the bytes as they came, so they must not pass through express.json() first.
app.post('/4o-image-callback', express.raw({ type: () => true }), async (req, res) => {
  try {
    webhook.verify(req.body, req.headers, { jsonParse: false });
  } catch {
    return res.status(401).json({ error: 'The signature is missing, wrong or too old.' });
  }
  if (!isCallback(req.body)) {
    return res.status(400).json({ error: 'This is no task result.' });
  }
  await keep(req.get('webhook-id'), req.body); // when the disk fails, Express answers 500 and the sender tries again
  res.json({ status: 'received' });
  sweepSoon();
});

function isCallback(body) {
  try {
    const { taskId } = JSON.parse(body).data;
    return typeof taskId === 'string' && TASK_ID.test(taskId); // test() alone would take null for 'null'
  } catch {
    return false;
  }
}

async function keep(id, body) {
  // Hashed, the id is a safe file name. Renamed into place, the file is never half there; a repeated callback
  // replaces it by the same bytes, and what says that it was worked on is the .done file beside it.
  const file = join(inbox, createHash('sha256').update(id).digest('hex'));
  const part = `${file}.${randomUUID()}`;
  await writeFile(part, body);
  await rename(part, `${file}.json`);
}

async function sweep() {
  for (const name of (await readdir(inbox)).filter((name) => name.endsWith('.json'))) {
    const file = join(inbox, name);
    const done = file.replace(/json$/, 'done');
    if (existsSync(done)) continue;
    try {
      await workOn(JSON.parse(await readFile(file)));
      await writeFile(done, '');
    } catch (error) {
      console.error(`${name} is not done, next try in ${RETRY_SECONDS} s:`, error);
    }
  }
}

async function workOn({ code, msg, data }) {
  if (code !== 200) return console.error(`Task ${data.taskId} failed with ${code}: ${msg}`);
  for (const [index, url] of (data.info?.result_urls ?? []).entries()) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    const picture = join(OUTPUT_DIR, `4o_image_${data.taskId}_${index + 1}.png`);
    await writeFile(`${picture}.part`, answer.body);
    await rename(`${picture}.part`, picture);
    console.log(`Saved ${picture}`);
  }
}

// One sweep after the other: two at a time would work on the same callback.
let lastSweep = mkdir(inbox, { recursive: true });
function sweepSoon() {
  lastSweep = lastSweep.then(sweep);
}

await lastSweep;
sweepSoon(); // what a crash left behind
setInterval(sweepSoon, RETRY_SECONDS * 1000);
app.listen(Number(PORT), HOST, (error) => {
  if (error) throw error;
  console.log(`Receiving on http://${HOST}:${PORT}/4o-image-callback`);
});
