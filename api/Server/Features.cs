using BillingHeadless.Server.Balances;
using BillingHeadless.Server.BankTransfers;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Journal;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Ledger.Proof;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Usage;

namespace BillingHeadless.Server;

/// <summary>What endpoints and jobs share: one line for each piece of the business.</summary>
public static class Features
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<Links>();
        AddPeople(services);
        AddSales(services);
        AddPayments(services);
        AddMoney(services);
        AddGoods(services);
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddSingleton<KeyMint>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<CustomerMembers>();
        services.AddSingleton<CustomerTokens>();
        services.AddSingleton<LoginLinks>();
        services.AddSingleton<LinkMail>();
    }

    private static void AddSales(IServiceCollection services)
    {
        services.AddSingleton<BuyerFinder>();
        services.AddSingleton<OrderPlacement>();
        services.AddSingleton<InvoiceIssuing>();
        services.AddSingleton<InvoiceClosing>();
        services.AddSingleton<InvoiceSettlement>();
        services.AddSingleton<SaleSettlement>();
        services.AddSingleton<WaysToPay>();
    }

    private static void AddPayments(IServiceCollection services)
    {
        services.AddSingleton<GatewayDefaults>();
        services.AddSingleton<SettingsChoice>();
        services.AddSingleton<GatewaySettingsVault>();
        services.AddSingleton<GatewayOffers>();
        services.AddSingleton<GatewayCalls>();
        services.AddSingleton<CallbackInbox>();
        services.AddSingleton<WaitingCallbacks>();
        services.AddSingleton<SavedCards>();
        services.AddSingleton<SavedCardCharge>();
        services.AddSingleton<PaymentStart>();
        services.AddSingleton<PaymentSettlement>();
        services.AddSingleton<BankReceipt>();
        services.AddSingleton<StatementMatching>();
        services.AddSingleton<PaymentResolver>();
        services.AddSingleton<RefundReservation>();
        services.AddSingleton<RefundSending>();
        services.AddSingleton<RefundSettlement>();
        services.AddSingleton<SurplusHandling>();
    }

    private static void AddMoney(IServiceCollection services)
    {
        services.AddSingleton<ServiceInvoices>();
        services.AddSingleton<ServiceFulfilment>();
        services.AddSingleton<UsageCollection>();
        services.AddSingleton<PlanChangeReserve>();
        services.AddSingleton<PlanChangeExecution>();
        services.AddSingleton<FrozenCredits>();
        services.AddSingleton<FundsTaking>();
        services.AddSingleton<BalancePayment>();

        services.AddSingleton<JournalWriter>();
        services.AddSingleton<Books>();
        services.AddSingleton<BooksProof>();
    }

    private static void AddGoods(IServiceCollection services)
    {
        services.AddSingleton<LicenceKeys>();
        services.AddSingleton<LicenceFulfilment>();
        services.AddSingleton<LicenceTokens>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<Activators>();
        services.AddSingleton<ActPlanning>();
        services.AddSingleton<DocumentRequests>();
        services.AddSingleton<DocumentFreezing>();
        services.AddSingleton<DocumentGenerators>();
        services.AddSingleton<DocumentPrinting>();
        services.AddSingleton<DocumentPreview>();
        services.AddSingleton<DocumentIssuing>();
        services.AddSingleton<AutomaticInvoices>();
        services.AddSingleton<DocumentReadiness>();
    }
}
