using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Book;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Pages;
using BillingHeadless.SandboxProvider.Refunds;
using BillingHeadless.SandboxProvider.SavedCards;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider;

/// <summary>Puts a sandbox provider into an application: register it, then map it.</summary>
public static class SandboxProviderExtensions
{
    /// <summary>Registers the provider and its worker. The database is opened when the application starts.</summary>
    public static IServiceCollection AddSandboxProvider(this IServiceCollection services, SandboxProviderOptions options) => services
        .AddSingleton(options)
        .AddSingleton(_ => new Store(options.DatabasePath))
        .AddSingleton<CallbackPlan>()
        .AddSingleton<RefundEnding>()
        .AddSingleton<CheckoutPayment>()
        .AddSingleton<CallbackSender>()
        .AddSingleton<OpenAccount>()
        .AddSingleton<CreateCheckout>()
        .AddSingleton<GetCheckout>()
        .AddSingleton<ForgetCard>()
        .AddSingleton<CreateRefund>()
        .AddSingleton<GetRefund>()
        .AddSingleton<ListBook>()
        .AddSingleton<ShowPage>()
        .AddSingleton<PayOnPage>()
        .AddHostedService<ProviderWorker>();

    /// <summary>Maps the API for gateways and the payment page under <see cref="SandboxProviderOptions.PathPrefix"/>.</summary>
    public static IEndpointConventionBuilder MapSandboxProvider(this IEndpointRouteBuilder routes)
    {
        T Endpoint<T>()
            where T : notnull => routes.ServiceProvider.GetRequiredService<T>();

        var provider = routes.MapGroup(routes.ServiceProvider.GetRequiredService<SandboxProviderOptions>().PathPrefix);

        provider.MapPut("/account", Endpoint<OpenAccount>().HandleAsync);
        provider.MapPost("/checkouts", Endpoint<CreateCheckout>().HandleAsync);
        provider.MapGet("/checkouts/{id}", Endpoint<GetCheckout>().HandleByIdAsync);
        provider.MapGet("/checkouts", Endpoint<GetCheckout>().HandleByReferenceAsync);
        provider.MapPost("/saved-cards/forget", Endpoint<ForgetCard>().HandleAsync);
        provider.MapPost("/refunds", Endpoint<CreateRefund>().HandleAsync);
        provider.MapGet("/refunds", Endpoint<GetRefund>().HandleAsync);
        provider.MapGet("/book", Endpoint<ListBook>().HandleAsync);

        provider.MapGet("/pay/{id}", Endpoint<ShowPage>().HandleAsync);
        provider.MapPost("/pay/{id}", Endpoint<PayOnPage>().HandleAsync);
        provider.MapGet("/page.css", Stylesheet.HandleAsync);

        return provider.ExcludeFromDescription();
    }
}
