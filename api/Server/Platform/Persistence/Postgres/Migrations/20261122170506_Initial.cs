using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BillingHeadless.Server.Platform.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    balance_minor = table.Column<long>(type: "bigint", nullable: false),
                    operations = table.Column<long>(type: "bigint", nullable: false),
                    held_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => new { x.merchant_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "act_lines",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_line_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    document_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_lines", x => new { x.merchant_id, x.invoice_line_id });
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    titles = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    texts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    beginning = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origins = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    last_used_at = table.Column<long>(type: "bigint", nullable: true),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    order_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    agreement_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    agreement_number = table.Column<int>(type: "integer", nullable: false),
                    document_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    accepted_at = table.Column<long>(type: "bigint", nullable: false),
                    ip_address = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => new { x.merchant_id, x.series });
                });

            migrationBuilder.CreateTable(
                name: "customers",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    external_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    requisites = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_files",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    document_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    format = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    media_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_files", x => new { x.merchant_id, x.document_id, x.format });
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    variant = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    replaces = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    format = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    total_minor = table.Column<long>(type: "bigint", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    waits = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurred_at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => new { x.merchant_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "gateway_settings",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    gateway = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    values_cipher = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gateway_settings", x => new { x.merchant_id, x.gateway });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    key_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    resource_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    leased_until = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.merchant_id, x.key_hash });
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    master_key_check = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    platform_key_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invoices",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    number_year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    total_minor = table.Column<long>(type: "bigint", nullable: false),
                    paid_minor = table.Column<long>(type: "bigint", nullable: false),
                    refunded_minor = table.Column<long>(type: "bigint", nullable: false),
                    bonus_minor = table.Column<long>(type: "bigint", nullable: false),
                    credited_minor = table.Column<long>(type: "bigint", nullable: false),
                    credited_taxes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payload = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    clock = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    run_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    locked_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    locked_until = table.Column<long>(type: "bigint", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cause_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    payment_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    refund_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    occurred_at = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "licence_activations",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    licence_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    binding = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    activated_at = table.Column<long>(type: "bigint", nullable: false),
                    deactivated_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licence_activations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "licences",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    product_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    plan_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    edition = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    portal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    member_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    key_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key_cipher = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    anchor = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "logins",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_logins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    login_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => new { x.merchant_id, x.login_id, x.customer_id });
                });

            migrationBuilder.CreateTable(
                name: "merchants",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    time_zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    settings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    clock_offset = table.Column<long>(type: "bigint", nullable: false),
                    clock_advancing_since = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_merchants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    entry_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cause_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    money_minor = table.Column<long>(type: "bigint", nullable: false),
                    bonus_minor = table.Column<long>(type: "bigint", nullable: false),
                    reserved_minor = table.Column<long>(type: "bigint", nullable: false),
                    balance_after_minor = table.Column<long>(type: "bigint", nullable: false),
                    bonus_after_minor = table.Column<long>(type: "bigint", nullable: false),
                    parts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurred_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    contact = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fields = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    portal = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payment_attempts",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    payment_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    refund_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plugin_version = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    product_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    names = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    interval = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    billing = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    terms = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tax_rate_basis_points = table.Column<int>(type: "integer", nullable: false),
                    user_limit = table.Column<int>(type: "integer", nullable: true),
                    usage_prices = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    online = table.Column<bool>(type: "boolean", nullable: false),
                    on_sale = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plugin_nodes",
                columns: table => new
                {
                    node = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reports = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seen_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_nodes", x => x.node);
                });

            migrationBuilder.CreateTable(
                name: "plugin_packages",
                columns: table => new
                {
                    plugin_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plugin_version = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    publisher = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    content_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    installed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plugin_packages", x => new { x.plugin_id, x.plugin_version });
                });

            migrationBuilder.CreateTable(
                name: "products",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agreement_ids = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    texts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    on_sale = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_products", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    token_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    login_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    private_key_cipher = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stray_callbacks",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    gateway = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    event_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    merchant_reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stray_callbacks", x => new { x.merchant_id, x.gateway, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "templates",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    saved_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_templates", x => new { x.merchant_id, x.name, x.number });
                });

            migrationBuilder.CreateTable(
                name: "waiting_callbacks",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    gateway = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    message_cipher = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    received_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_callbacks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wanted_plugins",
                columns: table => new
                {
                    plugin_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    titles = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plugin_version = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    generation = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wanted_plugins", x => x.plugin_id);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    product_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    plan_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    billing = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    user_limit = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    anchor = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paid_until = table.Column<long>(type: "bigint", nullable: true),
                    term_months = table.Column<int>(type: "integer", nullable: false),
                    auto_pay = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    standing_order = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    add_ons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    open_invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    changed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancelled_at = table.Column<long>(type: "bigint", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "FK_subscriptions_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invoice_lines",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    product_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    plan_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    subscription_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    product_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plan_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    months = table.Column<int>(type: "integer", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    unit_price_minor = table.Column<long>(type: "bigint", nullable: false),
                    discount_basis_points = table.Column<int>(type: "integer", nullable: false),
                    discount_minor = table.Column<long>(type: "bigint", nullable: false),
                    net_minor = table.Column<long>(type: "bigint", nullable: false),
                    tax_minor = table.Column<long>(type: "bigint", nullable: false),
                    gross_minor = table.Column<long>(type: "bigint", nullable: false),
                    tax_category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tax_rate_basis_points = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_lines", x => x.id);
                    table.ForeignKey(
                        name: "FK_invoice_lines_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    method = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    gateway = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plugin_version = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    surcharge_minor = table.Column<long>(type: "bigint", nullable: false),
                    applied_minor = table.Column<long>(type: "bigint", nullable: false),
                    bonus_minor = table.Column<long>(type: "bigint", nullable: false),
                    unapplied_minor = table.Column<long>(type: "bigint", nullable: false),
                    unapplied_returned_minor = table.Column<long>(type: "bigint", nullable: false),
                    refunded_minor = table.Column<long>(type: "bigint", nullable: false),
                    surcharge_returned_minor = table.Column<long>(type: "bigint", nullable: false),
                    merchant_reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    gateway_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_reference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    provider_state = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    next_step = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    return_url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    saves_card = table.Column<bool>(type: "boolean", nullable: false),
                    saved_card_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    failure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    retry_may_help = table.Column<bool>(type: "boolean", nullable: false),
                    wallet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: true),
                    needs_person = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    succeeded_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.id);
                    table.ForeignKey(
                        name: "FK_payments_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transfers",
                columns: table => new
                {
                    entry_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    debit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    phase = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transfers", x => new { x.entry_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_transfers_ledger_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "ledger_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "licence_terms",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    licence_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_line_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    anchor = table.Column<DateOnly>(type: "date", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    is_paid = table.Column<bool>(type: "boolean", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licence_terms", x => x.id);
                    table.ForeignKey(
                        name: "FK_licence_terms_licences_licence_id",
                        column: x => x.licence_id,
                        principalTable: "licences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "buttons",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    product_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    texts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buttons", x => x.id);
                    table.ForeignKey(
                        name: "FK_buttons_products_product_id",
                        column: x => x.product_id,
                        principalTable: "products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_changes",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    subscription_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    plan_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    credit_minor = table.Column<long>(type: "bigint", nullable: false),
                    available_minor = table.Column<long>(type: "bigint", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credits = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reserved_money_minor = table.Column<long>(type: "bigint", nullable: false),
                    reserved_bonus_minor = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    purchase_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_changes", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_changes_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_periods",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    subscription_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_line_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    plan_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    anchor = table.Column<DateOnly>(type: "date", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    money_minor = table.Column<long>(type: "bigint", nullable: false),
                    bonus_minor = table.Column<long>(type: "bigint", nullable: false),
                    credited_minor = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    paid_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_periods", x => x.id);
                    table.ForeignKey(
                        name: "FK_service_periods_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "usage_charges",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    subscription_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    month_number = table.Column<int>(type: "integer", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    tax_minor = table.Column<long>(type: "bigint", nullable: false),
                    tax_category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tax_rate_basis_points = table.Column<int>(type: "integer", nullable: false),
                    money_minor = table.Column<long>(type: "bigint", nullable: false),
                    bonus_minor = table.Column<long>(type: "bigint", nullable: false),
                    parts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    prices = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    charged_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_usage_charges", x => x.id);
                    table.ForeignKey(
                        name: "FK_usage_charges_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "usage_records",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    subscription_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    record_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    meter = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    corrects = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_usage_records", x => x.id);
                    table.ForeignKey(
                        name: "FK_usage_records_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "refunds",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    payment_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    method = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    surcharge_minor = table.Column<long>(type: "bigint", nullable: false),
                    bonus_minor = table.Column<long>(type: "bigint", nullable: false),
                    deducted_minor = table.Column<long>(type: "bigint", nullable: false),
                    taxes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    merchant_reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    gateway_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_reference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    provider_state = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    asked = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: true),
                    needs_person = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refunds", x => x.id);
                    table.ForeignKey(
                        name: "FK_refunds_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "saved_cards",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    gateway = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payment_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    token_cipher = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    token_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    mask = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    brand = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    agreed_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_cards", x => x.id);
                    table.ForeignKey(
                        name: "FK_saved_cards_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statement_entries",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    merchant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bank_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payment_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    imported_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_statement_entries_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_agreements_merchant_id_series_number",
                table: "agreements",
                columns: new[] { "merchant_id", "series", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_merchant_id_id",
                table: "api_keys",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_buttons_merchant_id_id",
                table: "buttons",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_buttons_merchant_id_product_id_id",
                table: "buttons",
                columns: new[] { "merchant_id", "product_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_buttons_product_id",
                table: "buttons",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "IX_consents_merchant_id_order_id_agreement_id",
                table: "consents",
                columns: new[] { "merchant_id", "order_id", "agreement_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_merchant_id_email_id",
                table: "customers",
                columns: new[] { "merchant_id", "email", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_merchant_id_external_id",
                table: "customers",
                columns: new[] { "merchant_id", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_merchant_id_id",
                table: "customers",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_merchant_id_customer_id_id",
                table: "documents",
                columns: new[] { "merchant_id", "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_merchant_id_id",
                table: "documents",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_merchant_id_invoice_id_id",
                table: "documents",
                columns: new[] { "merchant_id", "invoice_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_documents_merchant_id_kind_number_year_number",
                table: "documents",
                columns: new[] { "merchant_id", "kind", "number_year", "number" },
                unique: true,
                filter: "number > 0 and kind <> 'Invoice'");

            migrationBuilder.CreateIndex(
                name: "IX_events_merchant_id_id",
                table: "events",
                columns: new[] { "merchant_id", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_keys_expires_at",
                table: "idempotency_keys",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_invoice_lines_invoice_id",
                table: "invoice_lines",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "IX_invoices_merchant_id_customer_id_id",
                table: "invoices",
                columns: new[] { "merchant_id", "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_invoices_merchant_id_id",
                table: "invoices",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_invoices_merchant_id_number_year_number",
                table: "invoices",
                columns: new[] { "merchant_id", "number_year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoices_merchant_id_order_id_id",
                table: "invoices",
                columns: new[] { "merchant_id", "order_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_invoices_merchant_id_status_id",
                table: "invoices",
                columns: new[] { "merchant_id", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_merchant_id_due_at_kind_id",
                table: "jobs",
                columns: new[] { "merchant_id", "due_at", "kind", "id" },
                filter: "state = 'Waiting' and clock = 'Merchant'");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_merchant_id_kind_key",
                table: "jobs",
                columns: new[] { "merchant_id", "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_jobs_run_at_kind_id",
                table: "jobs",
                columns: new[] { "run_at", "kind", "id" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_merchant_id_invoice_id",
                table: "ledger_entries",
                columns: new[] { "merchant_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_merchant_id_kind_cause_id",
                table: "ledger_entries",
                columns: new[] { "merchant_id", "kind", "cause_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_merchant_id_number",
                table: "ledger_entries",
                columns: new[] { "merchant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_licence_activations_merchant_id_licence_id_binding",
                table: "licence_activations",
                columns: new[] { "merchant_id", "licence_id", "binding" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_licence_terms_licence_id",
                table: "licence_terms",
                column: "licence_id");

            migrationBuilder.CreateIndex(
                name: "IX_licence_terms_merchant_id_invoice_id",
                table: "licence_terms",
                columns: new[] { "merchant_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_terms_merchant_id_invoice_line_id",
                table: "licence_terms",
                columns: new[] { "merchant_id", "invoice_line_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_licences_key_hash",
                table: "licences",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_licences_merchant_id_customer_id_id",
                table: "licences",
                columns: new[] { "merchant_id", "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_licences_merchant_id_id",
                table: "licences",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_licences_merchant_id_product_id_portal",
                table: "licences",
                columns: new[] { "merchant_id", "product_id", "portal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_logins_merchant_id_email",
                table: "logins",
                columns: new[] { "merchant_id", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_memberships_merchant_id_customer_id",
                table: "memberships",
                columns: new[] { "merchant_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "IX_operations_merchant_id_customer_id_currency_sequence",
                table: "operations",
                columns: new[] { "merchant_id", "customer_id", "currency", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_operations_merchant_id_entry_id",
                table: "operations",
                columns: new[] { "merchant_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_merchant_id_customer_id_id",
                table: "orders",
                columns: new[] { "merchant_id", "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_merchant_id_email_id",
                table: "orders",
                columns: new[] { "merchant_id", "email", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_merchant_id_id",
                table: "orders",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_merchant_id_number",
                table: "orders",
                columns: new[] { "merchant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_merchant_id_status_id",
                table: "orders",
                columns: new[] { "merchant_id", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_attempts_merchant_id_payment_id",
                table: "payment_attempts",
                columns: new[] { "merchant_id", "payment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_invoice_id_merchant_id_id",
                table: "payments",
                columns: new[] { "invoice_id", "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_merchant_id_customer_id_id",
                table: "payments",
                columns: new[] { "merchant_id", "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_merchant_id_id",
                table: "payments",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_merchant_id_invoice_id_gateway",
                table: "payments",
                columns: new[] { "merchant_id", "invoice_id", "gateway" },
                unique: true,
                filter: "status in ('Pending', 'Unknown')");

            migrationBuilder.CreateIndex(
                name: "IX_payments_merchant_id_merchant_reference",
                table: "payments",
                columns: new[] { "merchant_id", "merchant_reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_merchant_id_status_id",
                table: "payments",
                columns: new[] { "merchant_id", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_changes_merchant_id_invoice_id",
                table: "plan_changes",
                columns: new[] { "merchant_id", "invoice_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_changes_merchant_id_purchase_id",
                table: "plan_changes",
                columns: new[] { "merchant_id", "purchase_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_changes_merchant_id_subscription_id",
                table: "plan_changes",
                columns: new[] { "merchant_id", "subscription_id" },
                unique: true,
                filter: "state = 'Awaiting'");

            migrationBuilder.CreateIndex(
                name: "IX_plan_changes_subscription_id",
                table: "plan_changes",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "IX_plans_merchant_id_id",
                table: "plans",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_merchant_id_product_id_id",
                table: "plans",
                columns: new[] { "merchant_id", "product_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_plugin_packages_hash",
                table: "plugin_packages",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "IX_products_merchant_id_id",
                table: "products",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_refunds_merchant_id_id",
                table: "refunds",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_refunds_merchant_id_invoice_id_id",
                table: "refunds",
                columns: new[] { "merchant_id", "invoice_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_refunds_merchant_id_merchant_reference",
                table: "refunds",
                columns: new[] { "merchant_id", "merchant_reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_refunds_merchant_id_status_id",
                table: "refunds",
                columns: new[] { "merchant_id", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_refunds_payment_id_merchant_id_id",
                table: "refunds",
                columns: new[] { "payment_id", "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_cards_merchant_id_customer_id_id",
                table: "saved_cards",
                columns: new[] { "merchant_id", "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_cards_merchant_id_customer_id_token_hash",
                table: "saved_cards",
                columns: new[] { "merchant_id", "customer_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_saved_cards_payment_id",
                table: "saved_cards",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_service_periods_merchant_id_invoice_id",
                table: "service_periods",
                columns: new[] { "merchant_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_periods_merchant_id_invoice_line_id",
                table: "service_periods",
                columns: new[] { "merchant_id", "invoice_line_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_periods_subscription_id",
                table: "service_periods",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_expires_at",
                table: "sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_token_hash",
                table: "sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statement_entries_merchant_id_fingerprint",
                table: "statement_entries",
                columns: new[] { "merchant_id", "fingerprint" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statement_entries_merchant_id_id",
                table: "statement_entries",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_entries_merchant_id_outcome_id",
                table: "statement_entries",
                columns: new[] { "merchant_id", "outcome", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_entries_merchant_id_payment_id",
                table: "statement_entries",
                columns: new[] { "merchant_id", "payment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_entries_payment_id",
                table: "statement_entries",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_customer_id",
                table: "subscriptions",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_merchant_id_customer_id_id",
                table: "subscriptions",
                columns: new[] { "merchant_id", "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_merchant_id_id",
                table: "subscriptions",
                columns: new[] { "merchant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_merchant_id_open_invoice_id",
                table: "subscriptions",
                columns: new[] { "merchant_id", "open_invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_merchant_id_state_id",
                table: "subscriptions",
                columns: new[] { "merchant_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_entry_id",
                table: "transfers",
                columns: new[] { "merchant_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "IX_usage_charges_merchant_id_invoice_id",
                table: "usage_charges",
                columns: new[] { "merchant_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_usage_charges_merchant_id_subscription_id_year_month_number",
                table: "usage_charges",
                columns: new[] { "merchant_id", "subscription_id", "year", "month_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_usage_charges_subscription_id",
                table: "usage_charges",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "IX_usage_records_merchant_id_subscription_id_corrects",
                table: "usage_records",
                columns: new[] { "merchant_id", "subscription_id", "corrects" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_usage_records_merchant_id_subscription_id_day",
                table: "usage_records",
                columns: new[] { "merchant_id", "subscription_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_usage_records_merchant_id_subscription_id_record_id",
                table: "usage_records",
                columns: new[] { "merchant_id", "subscription_id", "record_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_usage_records_subscription_id",
                table: "usage_records",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "IX_waiting_callbacks_merchant_id_gateway_hash",
                table: "waiting_callbacks",
                columns: new[] { "merchant_id", "gateway", "hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "act_lines");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "buttons");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "document_files");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "gateway_settings");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "installations");

            migrationBuilder.DropTable(
                name: "invoice_lines");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "licence_activations");

            migrationBuilder.DropTable(
                name: "licence_terms");

            migrationBuilder.DropTable(
                name: "logins");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "merchants");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "payment_attempts");

            migrationBuilder.DropTable(
                name: "plan_changes");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "plugin_nodes");

            migrationBuilder.DropTable(
                name: "plugin_packages");

            migrationBuilder.DropTable(
                name: "refunds");

            migrationBuilder.DropTable(
                name: "saved_cards");

            migrationBuilder.DropTable(
                name: "service_periods");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "signing_keys");

            migrationBuilder.DropTable(
                name: "statement_entries");

            migrationBuilder.DropTable(
                name: "stray_callbacks");

            migrationBuilder.DropTable(
                name: "templates");

            migrationBuilder.DropTable(
                name: "transfers");

            migrationBuilder.DropTable(
                name: "usage_charges");

            migrationBuilder.DropTable(
                name: "usage_records");

            migrationBuilder.DropTable(
                name: "waiting_callbacks");

            migrationBuilder.DropTable(
                name: "wanted_plugins");

            migrationBuilder.DropTable(
                name: "products");

            migrationBuilder.DropTable(
                name: "licences");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "invoices");

            migrationBuilder.DropTable(
                name: "customers");
        }
    }
}
