/** Starts the processes that are measured, compiled beforehand so that no compiler runs inside them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleServer } from '../../tools/build/bundle.js';
import type { Usage } from './children/probe.js';
import type { Traced } from './children/traced.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = `${ROOT}artifacts/bench`;
/** Further options of Node, such as `--cpu-prof --cpu-prof-dir=artifacts/bench`. */
const OPTIONS = (process.env.BENCH_NODE ?? '').split(' ').filter((option) => option !== '');
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { scripts: { start: string } };
/** Those with which ours starts. */
const OUR_OPTIONS = scripts.start.split(' ').filter((part) => part.startsWith('--'));

const source = (name: string) => `${ROOT}test/bench/${name}.ts`;

/** Ours is bundled as `npm run build` bundles the server; the peers load their packages as the samples of the SDK do. */
export async function compileChildren(): Promise<void> {
  await bundleServer(FOLDER, [source('children/ours')]);
  await build({
    entryPoints: ['children/probe', 'peers/echo'].map(source),
    outdir: FOLDER,
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
}

export class Child {
  static async start(name: 'ours' | 'echo', environment: Record<string, string>): Promise<Child> {
    const process = fork(`${FOLDER}/${name}.js`, [], {
      env: environment,
      execArgv: [
        '--expose-gc',
        '--import',
        `${FOLDER}/probe.js`,
        ...(name === 'ours' ? OUR_OPTIONS : []),
        ...OPTIONS,
      ],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const failed = once(process, 'exit').then(() => Promise.reject(new Error(`${name} ended at its start`)));
    failed.catch(() => undefined);
    const [{ port }] = (await Promise.race([once(process, 'message'), failed])) as [{ port: number }];
    return new Child(process, port);
  }

  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
  ) {}

  usage(): Promise<Usage> {
    return this.#ask('usage');
  }

  /** The requests to storage while something is done. */
  async trace(run: () => Promise<void>): Promise<Traced[]> {
    this.process.send('trace');
    await run();
    const { trace } = await this.#ask<{ trace: Traced[] }>('traced');
    return trace;
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGINT');
    await ended;
  }

  async #ask<T>(what: string): Promise<T> {
    const answered = once(this.process, 'message');
    this.process.send(what);
    const [answer] = (await answered) as [T];
    return answer;
  }
}
