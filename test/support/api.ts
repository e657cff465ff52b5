import { mkdtempSync, rmSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppConfig, createLogger, Logger, parseConfig } from '@lectern/platform';
import { TenancyModule } from '@lectern/tenancy';
import { ApiModule } from '../../apps/api/src/api.module';
import { configureHttp } from '../../apps/api/src/http/configure-http';
import type { OpenAnswers } from '../../apps/api/src/http/graceful-stop';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the API sent
  json: any;
}

interface RequestOptions {
  token?: string;
  json?: unknown;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** The real API on a free port, with data of its own. */
export class TestApi {
  private constructor(
    readonly app: NestExpressApplication,
    readonly answers: OpenAnswers,
    readonly url: string,
    private readonly dataDir: string,
  ) {}

  /**
   * @param settings environment variables, over defaults that limit nothing
   * @param controllers routes of a spec's own, beside the real ones
   */
  static async start(settings: Record<string, string> = {}, controllers: Type[] = []): Promise<TestApi> {
    const dataDir = mkdtempSync(join(tmpdir(), 'lectern-api-'));
    const config = parseConfig({
      NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent', REDIS_URL: 'redis://127.0.0.1:1',
      RATE_LIMIT_PER_MINUTE: '0', RATE_LIMIT_IP_PER_MINUTE: '0', ...settings,
    }); // prettier-ignore
    const testing = await Test.createTestingModule({ imports: [ApiModule, TenancyModule], controllers })
      .overrideProvider(AppConfig)
      .useValue(config)
      .overrideProvider(Logger)
      .useValue(createLogger(config.logLevel))
      .compile();
    const app = testing.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
    const answers = configureHttp(app);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new TestApi(app, answers, `http://127.0.0.1:${port}`, dataDir);
  }

  async request(method: string, path: string, { token, json, body, headers }: RequestOptions = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: json === undefined ? (body as string | undefined) : JSON.stringify(json),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  get(path: string, options?: RequestOptions) {
    return this.request('GET', path, options);
  }

  post(path: string, options?: RequestOptions) {
    return this.request('POST', path, options);
  }

  /** A session as a new tenant. */
  async session(): Promise<{ token: string; tenant: string }> {
    const { json } = await this.post('/api/sessions');
    return { token: json.token, tenant: json.tenant_id };
  }

  /** A request whose path and headers go out exactly as given. */
  raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number }> {
    return new Promise((resolve, reject) => {
      const sent = rawRequest(this.url, { path, headers }, (response) => {
        response.resume().once('end', () => resolve({ status: response.statusCode! }));
      });
      sent.once('error', reject).end();
    });
  }

  async close() {
    this.app.getHttpServer().closeAllConnections();
    await this.app.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
