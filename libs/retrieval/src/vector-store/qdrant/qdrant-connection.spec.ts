import { addressOf } from './qdrant-connection';

describe('addressOf', () => {
  it.each([
    ['http://127.0.0.1:6333', { url: 'http://127.0.0.1:6333', port: 6333, prefix: '' }],
    ['https://qdrant.example', { url: 'https://qdrant.example', port: null, prefix: '' }],
    ['https://qdrant.example:443/', { url: 'https://qdrant.example', port: null, prefix: '' }],
    ['https://example.org/behind/qdrant/', { url: 'https://example.org', port: null, prefix: '/behind/qdrant' }],
    ['http://[::1]:7000/q', { url: 'http://[::1]:7000', port: 7000, prefix: '/q' }],
  ])('takes %s at its word', (url, address) => {
    expect(addressOf(url)).toEqual(address);
  });
});
