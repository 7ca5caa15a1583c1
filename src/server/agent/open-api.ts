import { z } from 'zod';
import type { Route } from './routes.ts';

/** What stands at the top of the document. */
export interface About {
  title: string;
  version: string;
}

/** A part of the document, with the schemas that it names. */
interface Told {
  content: Record<string, unknown>;
  named: Record<string, unknown>;
}

/** The OpenAPI document of a door, made from the schemas that its routes read and answer by. */
export function openApiOf(
  { routes, refused }: { routes: readonly Route[]; refused: z.ZodType },
  about: About,
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  const schemas: Record<string, unknown> = {};
  const tell = (
    schema: z.ZodType,
    io: 'input' | 'output',
    media = 'application/json',
  ): Record<string, unknown> => {
    const { content, named } = told(schema, io);
    Object.assign(schemas, named);
    return { [media]: { schema: content } };
  };
  for (const { path, method, ...route } of routes) {
    const body = route.told ?? route.takes;
    const operation = {
      operationId: path.slice(1).replace(/\W+/g, '_'),
      summary: route.about,
      security: route.isOpen ? [] : [{ token: [] }],
      ...(body ? { requestBody: { required: true, content: tell(body, 'input') } } : {}),
      responses: {
        200: { description: 'Done.', content: tell(route.gives, 'output', route.media) },
        default: { description: 'Refused; the session is unharmed.', content: tell(refused, 'output') },
      },
    };
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: { ...about, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

/** In the document, what has a name of its own stands once and is referred to. */
function told(schema: z.ZodType, io: 'input' | 'output'): Told {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, target: 'draft-2020-12' }));
  const whole = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<string, unknown>;
  const { $defs: named = {}, $schema: _dialect, ...rest } = whole;
  return { content: rest, named: named as Record<string, unknown> };
}
