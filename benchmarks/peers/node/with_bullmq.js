// BullMQ on Redis, delivering with undici. Takes the commands that ../job.py tells of.
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Agent, request } from 'undici';

const IN_FLIGHT = 200;
const TIMEOUT_SECONDS = 15;
const RETRY_DELAYS = [10, 60, 300];
const GONE_SECONDS = 15;
const CALLERS = 4;
const BATCH = 100;
const KEY = '0123456789abcdef0123456789abcdef';
const LINK = '_1.png?expires=1796593309&signature=w2FICl7gm3s2ClSlzJLe4BHcaOadZp4CCAwz3YWa6P4';
const SETTINGS = `one process, concurrency ${IN_FLIGHT}, ${1 + RETRY_DELAYS.length} attempts, done jobs removed, `
  + `locks of ${GONE_SECONDS} s, stalled ones looked for every 5 s (defaults 30 and 30); one undici agent with up to `
  + `${IN_FLIGHT} connections to a host; put in by ${CALLERS} callers at once, ${BATCH} jobs each`;

const connect = () => new Redis(process.env.PEER_BROKER.replace('unix://', ''), { maxRetriesPerRequest: null });
const now = () => Number(process.hrtime.bigint()) / 1e9;

function headers(taskId, body) {
  const at = String(Math.floor(Date.now() / 1000));
  const id = `msg_${taskId}`;
  const signature = createHmac('sha256', KEY).update(`${id}.${at}.${body}`).digest('base64');
  return {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': `v1,${signature}`,
  };
}

function about() {
  const packages = ['bullmq', 'ioredis', 'undici'];
  const read = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
  const versions = Object.fromEntries(packages.map((name) => [name, read(name)]));
  return { versions: { node: process.versions.node, ...versions }, settings: SETTINGS };
}

function work() {
  const dispatcher = new Agent({ connections: IN_FLIGHT });
  const deliver = async ({ data: { taskId, url, body } }) => {
    const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
    const answer = await request(url, { method: 'POST', body, headers: headers(taskId, body), dispatcher, signal });
    await answer.body.dump();
    if (answer.statusCode >= 300) throw new Error(`answered ${answer.statusCode}`);
  };
  const worker = new Worker('deliver', deliver, {
    connection: connect(),
    concurrency: IN_FLIGHT,
    lockDuration: GONE_SECONDS * 1000,
    stalledInterval: 5000,
    maxStalledCount: 3,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 1000 },
    settings: { backoffStrategy: (attempts) => RETRY_DELAYS[attempts - 1] * 1000 },
  });
  worker.on('error', (error) => console.error(error));
}

function* jobs(count, urls) {
  for (let number = 0; number < count; number += 1) {
    const taskId = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
    const info = { result_urls: [`http://127.0.0.1:8000/files/${taskId}${LINK}`] };
    yield { taskId, url: urls[number % urls.length], body: JSON.stringify({ code: 200, msg: 'success', data: { taskId, info } }) };
  }
}

async function enqueue(count, rate, urls) {
  const connection = connect();
  const queue = new Queue('deliver', { connection });
  const opts = { attempts: 1 + RETRY_DELAYS.length, backoff: { type: 'custom' } };
  const todo = jobs(count, urls);
  const began = now();
  const sent = {};
  let number = 0;
  const call = async () => {
    for (;;) {
      const some = [];
      while (some.length < (rate ? 1 : BATCH)) {
        const { value, done } = todo.next();
        if (done) break;
        some.push(value);
      }
      if (some.length === 0) return;
      const at = began + (rate ? number / rate : 0);
      number += 1;
      if (at > now()) await sleep((at - now()) * 1000);
      const moment = now();
      for (const { taskId } of some) sent[taskId] = moment;
      if (rate) await queue.add('deliver', some[0], opts);
      else await queue.addBulk(some.map((data) => ({ name: 'deliver', data, opts })));
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
  const ended = now();
  await queue.close();
  connection.disconnect();
  return { began, ended, sent };
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'about') console.log(JSON.stringify(about()));
else if (command === 'work') work();
else if (command === 'enqueue') {
  const [count, rate, ...urls] = rest;
  console.log(JSON.stringify(await enqueue(Number(count), Number(rate), urls)));
} else if (command !== 'prepare') throw new Error(`unknown command ${command}`);
