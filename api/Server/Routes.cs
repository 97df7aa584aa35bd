using BillingHeadless.Server.Balances;
using BillingHeadless.Server.BankTransfers;
using BillingHeadless.Server.Buttons;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Journal;
using BillingHeadless.Server.Ledger;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Plugins;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Templates;
using BillingHeadless.Server.TestClock;
using BillingHeadless.Server.Usage;

namespace BillingHeadless.Server;

/// <summary>Every endpoint there is, in reading order.</summary>
public static class Routes
{
    private static readonly Route[] All =
    [
        // Merchants
        Of<CreateMerchant>(),
        Of<GetSettings>(),
        Of<UpdateSettings>(),
        Of<CreateApiKey>(),
        Of<ListApiKeys>(),
        Of<RevokeApiKey>(),

        // Catalogue
        Of<CreateProduct>(),
        Of<ListProducts>(),
        Of<GetProduct>(),
        Of<UpdateProduct>(),
        Of<CreatePlan>(),
        Of<ListPlans>(),
        Of<GetPlan>(),
        Of<UpdatePlan>(),
        Of<CreateAgreement>(),
        Of<GetAgreement>(),

        // Buttons
        Of<CreateButton>(),
        Of<GetButton>(),
        Of<ListButtons>(),
        Of<UpdateButton>(),
        Of<GetButtonSnippet>(),

        // Customers
        Of<CreateCustomer>(),
        Of<GetCustomer>(),
        Of<ListCustomers>(),
        Of<UpdateCustomer>(),
        Of<CreateCustomerSession>(),
        Of<LogIn>(),
        Of<SetPassword>(),
        Of<SendLoginLink>(),

        // Orders
        Of<QuoteOrder>(),
        Of<CreateOrder>(),
        Of<GetOrder>(),
        Of<ListOrders>(),
        Of<CancelOrder>(),
        Of<ListConsents>(),

        // Invoices
        Of<CreateInvoice>(),
        Of<GetInvoice>(),
        Of<ListInvoices>(),
        Of<CancelInvoice>(),

        // Payments
        Of<PayInvoice>(),
        Of<GetPayment>(),
        Of<ListPayments>(),
        Of<ConfirmBankPayment>(),
        Of<ImportStatement>(),
        Of<ListStatementEntries>(),
        Of<ListSavedCards>(),
        Of<DeleteSavedCard>(),
        Of<RefundPayment>(),
        Of<GetRefund>(),
        Of<ListRefunds>(),

        // Services
        Of<CreateSubscription>(),
        Of<GetSubscription>(),
        Of<ListSubscriptions>(),
        Of<UpdateSubscription>(),
        Of<CancelSubscription>(),
        Of<RenewSubscription>(),
        Of<RecordUsage>(),
        Of<GetUsage>(),
        Of<PreviewPlanChange>(),
        Of<ChangePlan>(),

        // Balances
        Of<GetBalance>(),
        Of<TopUpBalance>(),
        Of<ListOperations>(),
        Of<ExportOperations>(),

        // Documents and templates
        Of<CreateDocument>(),
        Of<GetDocument>(),
        Of<ListDocuments>(),
        Of<GetDocumentContent>(),
        Of<SendDocument>(),
        Of<ListTemplates>(),
        Of<GetTemplate>(),
        Of<PutTemplate>(),
        Of<PreviewTemplate>(),

        // Gateways
        Of<ListGateways>(),
        Of<UpdateGateway>(),
        Of<GatewayCallback>(),

        // Licences
        Of<ListActivators>(),
        Of<UpdateActivator>(),
        Of<ListLicences>(),
        Of<GetLicence>(),
        Of<ActivateLicence>(),
        Of<ValidateLicence>(),
        Of<DeactivateLicence>(),
        Of<GetPaymentTab>(),
        Of<GetLicenceKeys>(),

        // Plugins
        Of<ListPlugins>(),
        Of<InstallPlugin>(),
        Of<GetPlugin>(),
        Of<ReloadPlugin>(),
        Of<RemovePlugin>(),

        // Events
        Of<ListEvents>(),
        Of<GetEvent>(),

        // Test clock and books
        Of<GetTestClock>(),
        Of<AdvanceTestClock>(),
        Of<ProveBooks>(),
    ];

    public static void AddEndpoints(this IServiceCollection services)
    {
        foreach (var route in All)
        {
            services.AddSingleton(route.Endpoint);
        }
    }

    public static void MapEndpoints(this IEndpointRouteBuilder routes)
    {
        foreach (var route in All)
        {
            route.Map(routes);
        }
    }

    private static Route Of<T>()
        where T : class, IEndpoint => new(typeof(T), T.Map);

    private sealed record Route(Type Endpoint, Action<IEndpointRouteBuilder> Map);
}
