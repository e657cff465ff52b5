-- CreateTable
CREATE TABLE "Tenant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Token" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tenantId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "Token_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tenantId" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "stage" TEXT NOT NULL DEFAULT 'stored',
    "progress" REAL NOT NULL DEFAULT 0,
    "pages" INTEGER,
    "chunks" INTEGER NOT NULL DEFAULT 0,
    "textLength" INTEGER NOT NULL DEFAULT 0,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "run" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Document_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextSegment" (
    "documentId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "page" INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    PRIMARY KEY ("documentId", "generation", "index"),
    CONSTRAINT "TextSegment_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Chunk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tenantId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "passage" INTEGER NOT NULL,
    "page" INTEGER,
    "pageEnd" INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "heading" TEXT,
    "text" TEXT NOT NULL,
    CONSTRAINT "Chunk_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EmbeddingBatch" (
    "documentId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "firstChunk" INTEGER NOT NULL,
    "lastChunk" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" DATETIME,
    PRIMARY KEY ("documentId", "generation", "n"),
    CONSTRAINT "EmbeddingBatch_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionSet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tenantId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "topic" TEXT,
    "requested" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "shortfallReason" TEXT,
    "questions" TEXT NOT NULL,
    "degraded" TEXT NOT NULL DEFAULT '[]',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "gradedAt" DATETIME,
    CONSTRAINT "QuestionSet_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionSetDocument" (
    "setId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    PRIMARY KEY ("setId", "documentId"),
    CONSTRAINT "QuestionSetDocument_setId_fkey" FOREIGN KEY ("setId") REFERENCES "QuestionSet" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuestionSetDocument_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "tenantId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT,
    "status" INTEGER,
    "body" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("tenantId", "key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Token_sha256_key" ON "Token"("sha256");
CREATE INDEX "Token_tenantId_idx" ON "Token"("tenantId");
CREATE INDEX "Token_expiresAt_idx" ON "Token"("expiresAt");
CREATE UNIQUE INDEX "Document_tenantId_sha256_key" ON "Document"("tenantId", "sha256");
CREATE INDEX "Document_tenantId_id_idx" ON "Document"("tenantId", "id");
CREATE INDEX "Document_tenantId_status_id_idx" ON "Document"("tenantId", "status", "id");
CREATE INDEX "Document_status_idx" ON "Document"("status");
CREATE INDEX "TextSegment_documentId_generation_start_idx" ON "TextSegment"("documentId", "generation", "start");
CREATE UNIQUE INDEX "Chunk_documentId_generation_index_key" ON "Chunk"("documentId", "generation", "index");
CREATE INDEX "Chunk_documentId_generation_passage_idx" ON "Chunk"("documentId", "generation", "passage");
CREATE INDEX "EmbeddingBatch_doneAt_idx" ON "EmbeddingBatch"("doneAt");
CREATE INDEX "QuestionSet_tenantId_createdAt_idx" ON "QuestionSet"("tenantId", "createdAt");
CREATE INDEX "QuestionSetDocument_documentId_idx" ON "QuestionSetDocument"("documentId");
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");
