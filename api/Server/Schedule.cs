using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Usage;

namespace BillingHeadless.Server;

/// <summary>Every job there is: nothing else runs in the background.</summary>
public static class Schedule
{
    public static void AddJobs(this IServiceCollection services)
    {
        // Merchant time
        services.AddJob<ChargeUsage>();
        services.AddJob<IssueServiceInvoice>();
        services.AddJob<EndSubscription>();
        services.AddJob<ChargeRenewal>();
        services.AddJob<ExpireInvoice>();
        services.AddJob<ExpireLicence>();
        services.AddJob<IssueDocument>();
        services.AddJob<DocumentMail>();
        services.AddJob<MarkActOverdue>();

        // System time
        services.AddJob<ResolvePayment>();
        services.AddJob<ResolveRefund>();
        services.AddJob<SendRefund>();
        services.AddJob<ForgetSavedCard>();
        services.AddJob<ReplayCallback>();
        services.AddJob<NotifyPortal>();
        services.AddJob<PasswordLinkMail>();
        services.AddJob<LoginLinkMail>();
        services.AddJob<OrderPaidMail>();
        services.AddJob<RenewalMail>();
        services.AddJob<ForgetIdempotencyKeys>();

        services.AddSingleton<JobList>();
        services.AddSingleton<JobLeases>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<JobLoop>();
    }

    public static void AddJob<T>(this IServiceCollection services)
        where T : class, IJob
    {
        services.AddSingleton<T>();
        services.AddSingleton(new JobList.Entry(T.Kind, typeof(T)));
    }
}
