using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Server;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Persistence.Postgres;
using BillingHeadless.Server.Platform.Persistence.Sqlite;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Api.Persistence;

/// <summary>A database with its writer and reader and one merchant, without the rest of the server.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly TestDatabase files;

    private Engine(TestDatabase files, ICommitObserver? observer, bool isStepped)
    {
        this.files = files;
        Ids = new IdSource(Time, new SystemChance());
        Merchant = Ids.New<Merchant>();
        Database = Open(files, new OutboxCommit(Ids, new Clock(Time)), observer, isStepped);
        Reader = new Reader(Database);
    }

    public TestTime Time { get; } = new();

    public IdSource Ids { get; }

    public IDatabase Database { get; }

    public Reader Reader { get; }

    public IWriter Writer => Database.Writer;

    public Id<Merchant> Merchant { get; }

    public static async Task<Engine> Start(DatabaseKind kind, ICommitObserver? observer = null, bool isStepped = false) =>
        await Start(await TestDatabase.Create(kind), observer, isStepped);

    /// <summary>On a database that the test can also reach past the engine.</summary>
    public static async Task<Engine> Start(TestDatabase files, ICommitObserver? observer = null, bool isStepped = false)
    {
        var engine = new Engine(files, observer, isStepped);
        await engine.Database.Start(CancellationToken.None);
        await engine.Write(db => db.Merchants.Add(Domain.Merchants.Merchant.Create(
            engine.Merchant, "Shop", MerchantMode.Test, new Currency("USD"), "Europe/Kyiv", "uk", engine.Time.Now)));
        return engine;
    }

    public static IDatabase Open(TestDatabase files, OutboxCommit outbox, ICommitObserver? observer = null, bool isStepped = false) =>
        files.ConnectionString is { } connectionString
            ? new PostgresDatabase(connectionString, outbox, observer)
            : new SqliteDatabase(files.File, outbox, observer, isStepped);

    public Task Write(Action<BillingDb> change) => Write((db, _) =>
    {
        change(db);
        return Task.CompletedTask;
    });

    public Task Write(Func<BillingDb, CancellationToken, Task> work, CancellationToken cancel = default) => Writer.Write(
        Merchant,
        async (db, token) =>
        {
            await work(db, token);
            return true;
        },
        cancel);

    /// <summary>Puts a product on sale and announces it.</summary>
    public void AddProduct(BillingDb db, string name)
    {
        db.Products.Add(Product.Create(Ids.New<Product>(), Merchant, name, ProductKind.Licence, [], new Dictionary<string, ProductText>(), Time.Now));
        db.Outbox.Announce(new EventDraft("product.created", Time.Now, () => new { name }));
    }

    public async Task<Id<Customer>> AddCustomer()
    {
        var id = Ids.New<Customer>();
        await Write(db => db.Customers.Add(Customer.Create(id, Merchant, new CustomerDetails { Email = $"{id}@example.com", Name = "Buyer", Locale = "uk" }, Time.Now)));
        return id;
    }

    public Task<List<string>> ProductNames() => Reader.Read(Merchant, db => db.Products.Select(product => product.Name).Order().ToListAsync());

    public Task<List<long>> EventSequences() => Reader.Read(Merchant, db => db.Events.Select(row => row.Sequence).Order().ToListAsync());

    /// <summary>Lets all that the returned action waits for be written in one go: the writer is busy until then.</summary>
    public (Task Busy, Action Release) KeepWriterBusy()
    {
        var released = new TaskCompletionSource();
        return (Write((_, _) => released.Task), released.SetResult);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await files.DisposeAsync();
    }
}
