using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Net;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>
/// Lists read one page and no more: SQLite finds it by an index that is in the list's own order, however many rows the merchant
/// has, and neither sorts them nor walks through other merchants' rows.
/// </summary>
public sealed class ListQueryTests(WatchedShop shop) : IClassFixture<WatchedShop>
{
    [Theory]
    [InlineData("orders", "IX_orders_merchant_id_id")]
    [InlineData("invoices", "IX_invoices_merchant_id_id")]
    [InlineData("payments", "IX_payments_merchant_id_id")]
    [InlineData("refunds", "IX_refunds_merchant_id_id")]
    [InlineData("customers", "IX_customers_merchant_id_id")]
    [InlineData("licences", "IX_licences_merchant_id_id")]
    [InlineData("subscriptions", "IX_subscriptions_merchant_id_id")]
    [InlineData("documents", "IX_documents_merchant_id_id")]
    [InlineData("products", "IX_products_merchant_id_id")]
    [InlineData("plans", "IX_plans_merchant_id_id")]
    [InlineData("buttons", "IX_buttons_merchant_id_id")]
    [InlineData("api-keys", "IX_api_keys_merchant_id_id")]
    [InlineData("events", "sqlite_autoindex_events_1")]
    [InlineData("statement-entries", "IX_statement_entries_merchant_id_id")]
    [InlineData("statement-entries?outcome=notFound", "IX_statement_entries_merchant_id_outcome_id")]
    [InlineData("orders?customerId=cus_1", "IX_orders_merchant_id_customer_id_id")]
    [InlineData("invoices?customerId=cus_1", "IX_invoices_merchant_id_customer_id_id")]
    [InlineData("payments?customerId=cus_1", "IX_payments_merchant_id_customer_id_id")]
    [InlineData("licences?customerId=cus_1", "IX_licences_merchant_id_customer_id_id")]
    [InlineData("subscriptions?customerId=cus_1", "IX_subscriptions_merchant_id_customer_id_id")]
    [InlineData("orders?status=paid", "IX_orders_merchant_id_status_id")]
    [InlineData("invoices?status=open", "IX_invoices_merchant_id_status_id")]
    [InlineData("payments?status=unknown", "IX_payments_merchant_id_status_id")]
    [InlineData("refunds?status=pending", "IX_refunds_merchant_id_status_id")]
    [InlineData("subscriptions?state=renewing", "IX_subscriptions_merchant_id_state_id")]
    [InlineData("customers?email=a@firm.example", "IX_customers_merchant_id_email_id")]
    [InlineData("documents?invoiceId=inv_1", "IX_documents_merchant_id_invoice_id_id")]
    [InlineData("plans?productId=prd_1", "IX_plans_merchant_id_product_id_id")]
    [InlineData("customers?externalId=1", "IX_customers_merchant_id_external_id")]
    public async Task A_list_is_read_in_the_order_of_an_index(string list, string index)
    {
        var plans = await PlansOf(list);
        Assert.Contains(plans, plan => plan.Contains($"INDEX {index} (merchant_id=?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("payments?invoiceId=inv_1", "IX_payments_invoice_id_merchant_id_id")]
    [InlineData("refunds?paymentId=pay_1", "IX_refunds_payment_id_merchant_id_id")]
    public async Task A_list_of_one_thing_is_read_by_that_thing(string list, string index) =>
        Assert.Contains(await PlansOf(list), plan => plan.Contains($"INDEX {index} (", StringComparison.Ordinal) && plan.Contains("AND merchant_id=?", StringComparison.Ordinal));

    /// <summary>How SQLite carries out the queries of a list.</summary>
    private async Task<IReadOnlyList<string>> PlansOf(string list)
    {
        var queries = await shop.QueriesOf(list);
        await using var connection = await shop.Connect();
        return [.. queries.SelectMany(query => PlanOf(connection, query))];
    }

    private static List<string> PlanOf(DbConnection connection, Query query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"explain query plan {query.Sql}";
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using var rows = command.ExecuteReader();
        var steps = new List<string>();
        while (rows.Read())
        {
            steps.Add(rows.GetString(rows.GetOrdinal("detail")));
        }

        return steps;
    }
}

/// <summary>A query as it was sent.</summary>
public sealed record Query(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>A shop that has sold something, on a server whose queries are listened to.</summary>
public sealed class WatchedShop : IAsyncLifetime, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    private readonly ServerOnSqlite server = new();
    private readonly ConcurrentQueue<Query> queries = new();
    private readonly ConcurrentBag<IDisposable> listening = [];
    private volatile string? file;
    private Shop shop = null!;

    public async Task InitializeAsync()
    {
        // From before the start: a context that nobody listens to does not look again for a while.
        listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
        await server.InitializeAsync();
        shop = await Shop.Open(server);
        await shop.Sell();
        file = server.Database.File;
    }

    public async Task DisposeAsync()
    {
        foreach (var subscription in listening)
        {
            subscription.Dispose();
        }

        await server.DisposeAsync();
    }

    public Task<DbConnection> Connect() => server.Database.Connect();

    /// <summary>Asks for a list; answers the queries that were sent meanwhile.</summary>
    public async Task<IReadOnlyList<Query>> QueriesOf(string list)
    {
        queries.Clear();
        var answer = await server.Read($"/v1/{list}", shop.Merchant.SecretKey);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. queries];
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == EntityFramework)
        {
            listening.Add(value.Subscribe(this));
        }
    }

    /// <summary>Other servers of this process are heard as well, and not listened to.</summary>
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData { CommandSource: CommandSource.LinqQuery, Command: { Connection: { } connection } command }
            && connection.DataSource == file)
        {
            queries.Enqueue(new Query(
                command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
        // Listeners last as long as the process.
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
        // The same.
    }

    void IObserver<DiagnosticListener>.OnError(Exception error) => throw new InvalidOperationException("Listening has failed.", error);

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) => throw new InvalidOperationException("Listening has failed.", error);
}
