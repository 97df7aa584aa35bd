using BillingHeadless.Server.BankTransfers;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Ledger.Proof;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Security;

namespace BillingHeadless.Server;

/// <summary>What endpoints and jobs share: one line for each piece of the business.</summary>
public static class Features
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<Links>();

        // Merchants and customers
        services.AddSingleton<KeyMint>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<CustomerMembers>();
        services.AddSingleton<CustomerTokens>();
        services.AddSingleton<LoginLinks>();
        services.AddSingleton<LinkMail>();

        // Orders and invoices
        services.AddSingleton<BuyerFinder>();
        services.AddSingleton<OrderPlacement>();
        services.AddSingleton<InvoiceClosing>();
        services.AddSingleton<WaysToPay>();

        services.AddPayments();

        // Ledger
        services.AddSingleton<Books>();
        services.AddSingleton<BooksProof>();

        // Licences and documents
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
        services.AddSingleton<DocumentReadiness>();
    }

    private static void AddPayments(this IServiceCollection services)
    {
        services.AddSingleton<GatewayDefaults>();
        services.AddSingleton<GatewaySettingsVault>();
        services.AddSingleton<GatewayOffers>();
        services.AddSingleton<GatewayCalls>();
        services.AddSingleton<CallbackInbox>();
        services.AddSingleton<WaitingCallbacks>();
        services.AddSingleton<PaymentStart>();
        services.AddSingleton<PaymentSettlement>();
        services.AddSingleton<BankReceipt>();
        services.AddSingleton<PaymentResolver>();
        services.AddSingleton<RefundReservation>();
        services.AddSingleton<RefundSending>();
        services.AddSingleton<RefundSettlement>();
        services.AddSingleton<SurplusHandling>();
    }
}
