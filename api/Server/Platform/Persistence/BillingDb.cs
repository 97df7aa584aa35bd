using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Server.Templates;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Persistence;

/// <summary>
/// The unit of work. Every query sees the rows of one merchant, <see cref="Merchant"/>, and nothing else; work that serves
/// all merchants says so with <c>IgnoreQueryFilters</c>.
/// </summary>
public abstract class BillingDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whose rows are seen.</summary>
    public Id<Merchant> Merchant { get; set; }

    /// <summary>What this write announces, numbers and plans; done in its last statements.</summary>
    public Outbox Outbox { get; } = new();

    public DbSet<Merchant> Merchants => Set<Merchant>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Button> Buttons => Set<Button>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Login> Logins => Set<Login>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<InvoiceLine> InvoiceLines => Set<InvoiceLine>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentAttempt> PaymentAttempts => Set<PaymentAttempt>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<SavedCard> SavedCards => Set<SavedCard>();

    public DbSet<StatementEntry> StatementEntries => Set<StatementEntry>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<ServicePeriod> ServicePeriods => Set<ServicePeriod>();

    public DbSet<PlanChange> PlanChanges => Set<PlanChange>();

    public DbSet<UsageRecord> UsageRecords => Set<UsageRecord>();

    public DbSet<UsageCharge> UsageCharges => Set<UsageCharge>();

    public DbSet<Licence> Licences => Set<Licence>();

    public DbSet<LicenceTerm> LicenceTerms => Set<LicenceTerm>();

    public DbSet<LicenceActivation> LicenceActivations => Set<LicenceActivation>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<ActLine> ActLines => Set<ActLine>();

    public DbSet<DocumentFile> DocumentFiles => Set<DocumentFile>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<IdempotencyRow> IdempotencyKeys => Set<IdempotencyRow>();

    public DbSet<GatewaySettingsRow> GatewaySettings => Set<GatewaySettingsRow>();

    public DbSet<StrayCallbackRow> StrayCallbacks => Set<StrayCallbackRow>();

    public DbSet<WaitingCallbackRow> WaitingCallbacks => Set<WaitingCallbackRow>();

    public DbSet<TemplateRow> Templates => Set<TemplateRow>();

    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();

    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    public DbSet<PluginPackageRow> PluginPackages => Set<PluginPackageRow>();

    public DbSet<WantedPluginRow> WantedPlugins => Set<WantedPluginRow>();

    public DbSet<PluginNodeRow> PluginNodes => Set<PluginNodeRow>();

    /// <summary>A context comes from a pool: whoever takes it says for whom, and nothing of its last user is left.</summary>
    public void Begin(Id<Merchant> merchant)
    {
        Merchant = merchant;
        Outbox.Clear();
    }

    /// <summary>For a decision that rests on a row without changing it: of this write and any other change of the row, the later one starts over.</summary>
    public void Hold<T>(T row)
        where T : class, IVersioned => Entry(row).Property(entry => entry.Version).IsModified = true;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ColumnConversions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BillingDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => typeof(IOwned).IsAssignableFrom(entity.ClrType)).ToList())
        {
            typeof(BillingDb).GetMethod(nameof(SeeOnlyTheMerchants))!.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
        }

        ColumnConversions.MarkVersions(modelBuilder);
        ColumnNames.UseSnakeCase(modelBuilder);
    }

    /// <summary>Tenancy in one place: no query can forget it.</summary>
    public void SeeOnlyTheMerchants<T>(ModelBuilder modelBuilder)
        where T : class, IOwned => modelBuilder.Entity<T>().HasQueryFilter(row => row.MerchantId == Merchant);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            var version = entry.Property(row => row.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
