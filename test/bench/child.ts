/** Starts the processes that are measured, compiled beforehand so that no compiler runs inside them. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Usage } from './children/probe.js';
import type { Traced } from './children/traced.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = `${ROOT}artifacts/bench`;
/** Further options of Node, such as `--cpu-prof --cpu-prof-dir=artifacts/bench`. */
const OPTIONS = (process.env.BENCH_NODE ?? '').split(' ').filter((option) => option !== '');
const SOURCES = ['children/probe', 'children/ours', 'peers/echo'];

/** Our own code is what `npm run build` made of it. */
const builtByUs: Plugin = {
  name: 'built-by-us',
  setup: (building) => {
    building.onResolve({ filter: /\/src\// }, ({ path }) => ({
      path: path.replace(/^.*\/src\//, '../../dist/'),
      external: true,
    }));
  },
};

export async function compileChildren(): Promise<void> {
  await build({
    entryPoints: SOURCES.map((name) => `${ROOT}test/bench/${name}.ts`),
    outdir: FOLDER,
    outExtension: { '.js': '.mjs' },
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [builtByUs],
  });
}

export class Child {
  static async start(name: 'ours' | 'echo', environment: Record<string, string>): Promise<Child> {
    const process = fork(`${FOLDER}/${name}.mjs`, [], {
      env: environment,
      execArgv: ['--expose-gc', '--import', `${FOLDER}/probe.mjs`, ...OPTIONS],
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
