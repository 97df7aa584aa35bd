using static BillingHeadless.Tests.Api.Ledger.Tampering;

namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>Every amount, status and balance that a check reads, and every kind of row that can be missing.</summary>
public static class Tamperings
{
    public static IReadOnlyList<Tampering> All { get; } =
    [
        .. Payments(), .. Refunds(), .. Invoices(), .. InvoiceLines(), .. Orders(), .. Licences(), .. Services(), .. PlanChanges(), .. UsageCharges(), .. Documents(), .. Accounts(), .. Journal(), .. Entries(), .. Numbers(),
    ];

    private static IEnumerable<Tampering> Payments()
    {
        string[] amounts = ["amount_minor", "surcharge_minor", "applied_minor", "unapplied_minor", "unapplied_returned_minor", "refunded_minor", "surcharge_returned_minor", "bonus_minor"];
        string[] sales = ["paid", "refunded", "credited", "surplus", "released", "partly"];
        foreach (var sale in sales)
        {
            foreach (var column in amounts)
            {
                yield return Raise("payments", $"id = {{{sale}.payment}}", column, "payments");
            }

            yield return Change("payments", $"id = {{{sale}.payment}}", "currency", "'USD'", "payments");
            yield return Change("payments", $"id = {{{sale}.payment}}", "status", "'Pending'", "payments");
            yield return Change("payments", $"id = {{{sale}.payment}}", "succeeded_at", "null", "payments");
        }

        // Of what brought no money, everything must say so.
        foreach (var column in amounts[2..])
        {
            yield return Raise("payments", "id = {declined.payment}", column, "payments");
            yield return Raise("payments", "id = {unknown.payment}", column, "payments");
        }

        yield return Change("payments", "id = {declined.payment}", "status", "'Succeeded'", "payments");
        yield return Change("payments", "id = {unknown.payment}", "status", "'Succeeded'", "payments");
        yield return Change("payments", "id = {paid.payment}", "invoice_id", "{declined.invoice}", "payments");
        yield return Delete("payments", "id = {credited.payment}", "payments");
    }

    private static IEnumerable<Tampering> Refunds()
    {
        string[] refunds = ["paid", "refunded", "surplus", "pending", "declined"];
        foreach (var refund in refunds)
        {
            yield return Raise("refunds", $"id = {{{refund}.refund}}", "amount_minor", "refunds");
            yield return Raise("refunds", $"id = {{{refund}.refund}}", "surcharge_minor", "refunds");
            yield return Raise("refunds", $"id = {{{refund}.refund}}", "bonus_minor", "refunds");
            yield return Raise("refunds", $"id = {{{refund}.refund}}", "deducted_minor", "refunds");
            yield return Change("refunds", $"id = {{{refund}.refund}}", "currency", "'USD'", "refunds");
            yield return Change("refunds", $"id = {{{refund}.refund}}", "source", refund == "surplus" ? "'Invoice'" : "'Surplus'", "refunds");
            yield return Delete("refunds", $"id = {{{refund}.refund}}", "refunds");
        }

        yield return Change("refunds", "id = {paid.refund}", "payment_id", "{refunded.payment}", "refunds");
        yield return Change("refunds", "id = {paid.refund}", "invoice_id", "{declined.invoice}", "refunds");
        yield return Change("refunds", "id = {paid.refund}", "taxes", """replace(taxes, '"minor":', '"minor":1')""", "refunds");
        yield return Change("refunds", "id = {paid.refund}", "status", "'Pending'", "refunds");
        yield return Change("refunds", "id = {paid.refund}", "status", "'Declined'", "refunds");
        yield return Change("refunds", "id = {declined.refund}", "status", "'Succeeded'", "refunds");
        yield return Change("refunds", "id = {declined.refund}", "status", "'Unknown'", "refunds");
        yield return Change("refunds", "id = {pending.refund}", "status", "'Succeeded'", "refunds");
        yield return Change("refunds", "id = {pending.refund}", "status", "'Declined'", "refunds");
    }

    private static IEnumerable<Tampering> Invoices()
    {
        string[] sales = ["paid", "refunded", "credited", "released", "partly", "declined", "expired"];
        foreach (var sale in sales)
        {
            yield return Raise("invoices", $"id = {{{sale}.invoice}}", "total_minor", "invoices");
            yield return Raise("invoices", $"id = {{{sale}.invoice}}", "paid_minor", "invoices");
            yield return Raise("invoices", $"id = {{{sale}.invoice}}", "refunded_minor", "invoices");
            yield return Raise("invoices", $"id = {{{sale}.invoice}}", "credited_minor", "invoices");
            yield return Raise("invoices", $"id = {{{sale}.invoice}}", "bonus_minor", "invoices");
        }

        (string Sale, string Status)[] states =
        [
            ("paid", "Open"), ("paid", "Cancelled"), ("paid", "Refunded"), ("refunded", "Paid"), ("refunded", "Open"), ("credited", "Open"), ("credited", "Expired"),
            ("credited", "Paid"), ("partly", "Paid"), ("partly", "Expired"), ("declined", "Cancelled"), ("declined", "Paid"), ("expired", "Cancelled"), ("expired", "Open"),
        ];
        foreach (var (sale, status) in states)
        {
            yield return Change("invoices", $"id = {{{sale}.invoice}}", "status", $"'{status}'", "invoices");
        }

        yield return Change("invoices", "id = {paid.invoice}", "purpose", "'TopUp'", "invoices");
        yield return Change("invoices", "id = {paid.invoice}", "currency", "'USD'", "invoices");
        yield return Change("invoices", "id = {paid.invoice}", "settled_at", "null", "invoices");
        yield return Change("invoices", "id = {credited.invoice}", "closed_at", "null", "invoices");
    }

    private static IEnumerable<Tampering> InvoiceLines()
    {
        string[] columns = ["unit_price_minor", "discount_minor", "net_minor", "tax_minor", "gross_minor", "discount_basis_points", "months", "quantity"];
        foreach (var sale in new[] { "paid", "declined" })
        {
            foreach (var column in columns)
            {
                yield return Raise("invoice_lines", $"id = {{{sale}.line}}", column, "invoiceLines");
            }

            yield return Change("invoice_lines", $"id = {{{sale}.line}}", "tax_rate_basis_points", "1000", "invoiceLines");
        }

        yield return Change("invoice_lines", "id = {paid.line}", "tax_category", "'Z'", "invoiceLines");
        yield return Delete("invoice_lines", "id = {declined.line}", "invoices");
        yield return Delete("invoice_lines", "id = {paid.line}", "invoiceLines");
    }

    private static IEnumerable<Tampering> Orders()
    {
        (string Sale, string Status)[] states =
        [
            ("paid", "Pending"), ("paid", "Refunded"), ("paid", "Cancelled"), ("refunded", "Paid"), ("credited", "Pending"), ("credited", "Paid"),
            ("declined", "Cancelled"), ("declined", "Paid"), ("partly", "Paid"), ("expired", "Pending"),
        ];
        foreach (var (sale, status) in states)
        {
            yield return Change("orders", $"id = {{{sale}.order}}", "status", $"'{status}'", "orders");
        }

        yield return Change("orders", "id = {paid.order}", "invoice_id", "{declined.invoice}", "orders");
    }

    private static IEnumerable<Tampering> Licences()
    {
        const long Day = 86_400_000_000;
        foreach (var licence in new[] { "paid", "expired", "refunded" })
        {
            yield return Change("licences", $"id = {{{licence}.licence}}", "valid_until", $"valid_until + {Day}", "licences");
            yield return Change("licences", $"id = {{{licence}.licence}}", "ends_on", "'2031-01-01'", "licences");
            yield return Raise("licence_terms", $"id = {{{licence}.term}}", "months", "licenceTerms");
            yield return Change("licence_terms", $"id = {{{licence}.term}}", "is_paid", "not is_paid", "licenceTerms");
            yield return Delete("licence_terms", $"id = {{{licence}.term}}", "licenceTerms");
        }

        yield return Change("products", "merchant_id = {merchant}", "kind", "'Service'", "licenceTerms");
        yield return Change("licence_terms", "id = {paid.term}", "invoice_id", "{declined.invoice}", "licenceTerms");
        yield return Change("licence_terms", "id = {paid.term}", "licence_id", "{expired.licence}", "licences");
        yield return Change("licences", "id = {paid.licence}", "anchor", "'2026-01-01'", "licences");
        yield return Change("licence_terms", "id = {paid.term}", "anchor", "'2026-01-01'", "licences");
        (string Licence, string Status)[] states = [("paid", "Expired"), ("paid", "Revoked"), ("expired", "Active"), ("expired", "Revoked"), ("refunded", "Active"), ("refunded", "Expired")];
        foreach (var (licence, status) in states)
        {
            yield return Change("licences", $"id = {{{licence}.licence}}", "status", $"'{status}'", "licences");
        }
    }

    private static IEnumerable<Tampering> Services()
    {
        const string Period = "id = {service.period}";
        foreach (var column in new[] { "money_minor", "bonus_minor", "credited_minor", "months" })
        {
            yield return Raise("service_periods", Period, column, "servicePeriods");
        }

        yield return Change("service_periods", Period, "status", "'Refunded'", "servicePeriods");
        yield return Change("service_periods", Period, "invoice_id", "{declined.invoice}", "servicePeriods");
        yield return Delete("service_periods", Period, "servicePeriods");
        yield return Change("service_periods", Period, "anchor", "'2026-01-01'", "subscriptions");

        const string Service = "id = {service.subscription}";
        yield return Change("subscriptions", Service, "paid_until", "paid_until + 86400000000", "subscriptions");
        yield return Change("subscriptions", Service, "ends_on", "'2031-01-01'", "subscriptions");
        yield return Change("subscriptions", Service, "anchor", "'2026-01-01'", "subscriptions");
        yield return Change("subscriptions", Service, "billing", "'Postpaid'", "subscriptions");
        yield return Change("subscriptions", Service, "open_invoice_id", "{declined.line}", "subscriptions");
        foreach (var state in new[] { "Pending", "Renewing", "Expired", "Cancelled" })
        {
            yield return Change("subscriptions", Service, "state", $"'{state}'", "subscriptions");
        }
    }

    private static IEnumerable<Tampering> PlanChanges()
    {
        string[] amounts = ["price_minor", "credit_minor", "available_minor", "reserved_money_minor", "reserved_bonus_minor"];
        foreach (var (change, state) in new[] { ("abandoned", "Awaiting"), ("executed", "Abandoned") })
        {
            foreach (var column in amounts)
            {
                yield return Raise("plan_changes", $"id = {{{change}.change}}", column, "planChanges");
            }

            yield return Change("plan_changes", $"id = {{{change}.change}}", "state", $"'{state}'", "planChanges");
        }

        yield return Change("plan_changes", "id = {executed.change}", "purchase_id", "null", "planChanges");
    }

    private static IEnumerable<Tampering> UsageCharges()
    {
        foreach (var charge in new[] { "id = {booked.charge}", "id = {corrected.charge}", "id = {asked.charge}" })
        {
            foreach (var column in new[] { "amount_minor", "tax_minor", "money_minor", "bonus_minor" })
            {
                yield return Raise("usage_charges", charge, column, "usageCharges");
            }

            yield return Change("usage_charges", charge, "tax_rate_basis_points", "1900", "usageCharges");
            yield return Change("usage_charges", charge, "parts", """replace(parts, '"amountMinor":', '"amountMinor":1')""", "usageCharges");
            yield return Change("usage_charges", charge, "parts", """replace(parts, '"totalMinor":', '"totalMinor":1')""", "usageCharges");
            yield return Change("usage_charges", charge, "prices", """replace(prices, '"priceMinor":', '"priceMinor":1')""", "usageCharges");
            yield return Change("usage_charges", charge, "currency", "'USD'", "usageCharges");
            yield return Delete("usage_charges", charge, "usageCharges");
        }

        yield return Change("usage_charges", "id = {booked.charge}", "tax_category", "'Z'", "usageCharges");
        yield return Change("usage_charges", "id = {booked.charge}", "invoice_id", "{asked.invoice}", "usageCharges");
        yield return Change("usage_charges", "id = {asked.charge}", "invoice_id", "null", "usageCharges");
        yield return Change("usage_charges", "id = {asked.charge}", "invoice_id", "{declined.invoice}", "usageCharges");
    }

    private static IEnumerable<Tampering> Documents()
    {
        const string Sent = "status = 'Sent' and invoice_id = {paid.invoice} and replaces is null";
        const string Dropped = "invoice_id = {refunded.invoice}";
        const string Due = "invoice_id = {last.invoice}";
        foreach (var document in new[] { Sent, Due })
        {
            yield return Raise("documents", document, "total_minor", "documents");
        }

        yield return Change("documents", Sent, "facts", """replace(facts, '"grossMinor":', '"grossMinor":1')""", "documents");
        yield return Change("documents", Sent, "status", "'Due'", "documents");
        yield return Change("documents", Sent, "status", "'Issued'", "documents");
        yield return Change("documents", Sent, "status", "'Overdue'", "documents");
        yield return Change("documents", Sent, "status", "'Dropped'", "documents");
        yield return Change("documents", Due, "status", "'Issued'", "documents");
        yield return Change("documents", Due, "status", "'Sent'", "documents");
        yield return Change("documents", Due, "status", "'Overdue'", "documents");
        yield return Change("documents", Due, "status", "'Dropped'", "documents");
        yield return Change("documents", Dropped, "status", "'Due'", "documents");
        yield return Change("documents", Dropped, "status", "'Sent'", "documents");
        yield return Delete("document_files", "document_id in (select id from documents where invoice_id = {paid.invoice} and replaces is null)", "documents");
    }

    private static IEnumerable<Tampering> Accounts()
    {
        const string Balance = "name like 'balance:%' and merchant_id = {merchant}";
        yield return Raise("accounts", Balance, "balance_minor", "accountBalances");
        yield return Raise("accounts", Balance, "held_minor", "accountBalances");
        yield return Change("accounts", Balance, "currency", "'USD'", "accountBalances");
        yield return Delete("accounts", Balance, "accountBalances");
    }

    private static IEnumerable<Tampering> Journal()
    {
        const string Credited = "merchant_id = {merchant} and kind = 'SurplusCredited'";
        foreach (var column in new[] { "money_minor", "bonus_minor", "reserved_minor", "balance_after_minor", "bonus_after_minor", "sequence" })
        {
            yield return Raise("operations", Credited, column, "journal");
        }

        yield return Change("operations", Credited, "kind", "'UsageCharged'", "journal");
        yield return Delete("operations", Credited, "journal");
    }

    private static IEnumerable<Tampering> Entries()
    {
        (string Kind, string Cause)[] entries =
        [
            ("PaymentReceived", "paid.payment"), ("InvoiceSettled", "paid.invoice"), ("PaymentReleased", "released.payment"), ("SurplusCredited", "credited.payment"),
            ("RefundReserved", "paid.refund"), ("RefundResolved", "paid.refund"), ("RefundResolved", "declined.refund"), ("RefundReserved", "pending.refund"),
            ("UsageCharged", "booked.charge"),
        ];
        foreach (var (kind, cause) in entries)
        {
            var entry = $"kind = '{kind}' and cause_id = {{{cause}}}";
            var transfer = $"entry_id in (select id from ledger_entries where {entry}) and ordinal = 0";
            yield return Delete("transfers", transfer, "ledgerEntries");
            yield return Delete("ledger_entries", entry, "ledgerEntries");
            yield return Raise("transfers", transfer, "amount_minor", "ledgerEntries");
            yield return Change("transfers", transfer, "currency", "'USD'", "ledgerEntries");
            yield return Change("transfers", transfer, "debit", "'revenue:other:UAH'", "ledgerEntries");
            yield return Change("transfers", transfer, "credit", "'balance:other:UAH'", "ledgerEntries");
            yield return Change("transfers", transfer, "phase", "case phase when 'Posted' then 'Pending' else 'Posted' end", "ledgerEntries");
            yield return Change("transfers", transfer, "ordinal", "77", "ledgerEntries");
            yield return Change("transfers", transfer, "merchant_id", "{other.merchant}", "ledgerEntries");
            yield return Change("ledger_entries", entry, "invoice_id", "{declined.invoice}", "ledgerEntries");
            yield return Change("ledger_entries", entry, "payment_id", "{declined.payment}", "ledgerEntries");
            yield return Change("ledger_entries", entry, "refund_id", "{surplus.refund}", "ledgerEntries");
            yield return Change("ledger_entries", entry, "cause_id", "'other'", "ledgerEntries");
            yield return Raise("ledger_entries", entry, "occurred_at", "ledgerEntries");
            yield return Change("ledger_entries", entry, "number", "number + 1000", "ledgerEntries");
            yield return Change("ledger_entries", entry, "digest", "'0'", "ledgerEntries");
            yield return Change("ledger_entries", entry, "merchant_id", "{other.merchant}", "ledgerEntries");
        }

        yield return Change("ledger_entries", "kind = 'PaymentReceived' and cause_id = {paid.payment}", "kind", "'SurplusCredited'", "ledgerEntries");
    }

    private static IEnumerable<Tampering> Numbers()
    {
        const string First = "number = 1 and merchant_id = {merchant}";
        const string FirstOfTheYear = $"{First} and number_year = 2027";
        yield return Raise("counters", "series = 'ledger' and merchant_id = {merchant}", "value", "ledgerEntries");
        yield return Raise("counters", "series = 'orders' and merchant_id = {merchant}", "value", "orderNumbers");
        yield return Raise("counters", "series = 'invoices.2027' and merchant_id = {merchant}", "value", "invoiceNumbers");
        yield return Raise("counters", "series = 'documents.act.2027' and merchant_id = {merchant}", "value", "documentNumbers");
        yield return Raise("counters", "series = 'zz.events' and merchant_id = {merchant}", "value", "eventSequence");
        yield return Delete("counters", "series = 'zz.events' and merchant_id = {merchant}", "eventSequence");
        yield return Change("invoices", FirstOfTheYear, "number", "1000", "invoiceNumbers");
        yield return Change("invoices", FirstOfTheYear, "number_year", "2001", "invoiceNumbers");
        yield return Change("orders", First, "number", "1000", "orderNumbers");
        yield return Change("documents", $"kind = 'Act' and {FirstOfTheYear}", "number", "1000", "documentNumbers");
        yield return Change("documents", $"kind = 'Act' and {FirstOfTheYear}", "number_year", "2001", "documentNumbers");
        yield return Change("documents", $"kind = 'Act' and {FirstOfTheYear}", "kind", "'Receipt'", "documentNumbers");
        yield return Delete("events", "sequence = 3 and merchant_id = {merchant}", "eventSequence");
        yield return Delete("events", "merchant_id = {merchant} and sequence = (select max(sequence) from events where merchant_id = {merchant})", "eventSequence");
    }
}
