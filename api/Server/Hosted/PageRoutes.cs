using BillingHeadless.Server.Hosted.Accounts;
using BillingHeadless.Server.Hosted.Accounts.Cards;
using BillingHeadless.Server.Hosted.Accounts.Invoices;
using BillingHeadless.Server.Hosted.Accounts.Services;
using BillingHeadless.Server.Hosted.Buying;
using BillingHeadless.Server.Hosted.Embedding;
using BillingHeadless.Server.Hosted.Paying;
using BillingHeadless.Server.Hosted.Start;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Hosted;

/// <summary>Every page that a person sees, in the order of a purchase.</summary>
public static class PageRoutes
{
    private static readonly PageRoute[] All =
    [
        // For a newcomer to this installation
        Of<StartPage>(),
        Of<DemoDoor>(),

        // Buying
        Of<OfferPage>(),
        Of<CheckoutPage>(),
        Of<AgreementPage>(),

        // Paying
        Of<PayPage>(),
        Of<OnwardPage>(),
        Of<ReturnPage>(),

        // The buyer's account
        Of<LoginPage>(),
        Of<LoginLinkPage>(),
        Of<PasswordPage>(),
        Of<LogoutPage>(),
        Of<AccountPage>(),
        Of<ServicesPage>(),
        Of<ServicePage>(),
        Of<ServiceForms>(),
        Of<UsagePage>(),
        Of<TariffPage>(),
        Of<TariffChangePage>(),
        Of<InvoicesPage>(),
        Of<BalancePage>(),
        Of<CardsPage>(),
        Of<CardForms>(),
        Of<JournalPage>(),
        Of<DocumentPage>(),

        // In other sites' pages
        Of<PaymentTabPage>(),
        Of<EmbedScript>(),
    ];

    public static void AddHostedPages(this IServiceCollection services)
    {
        services.AddSingleton<PageAssets>();
        services.AddSingleton<Owners>();
        services.AddSingleton<Visits>();
        services.AddSingleton<PageWriter>();
        services.AddSingleton<PlainPages>();
        services.AddSingleton<ProblemPage>();
        services.AddSingleton<BrowserSessions>();
        services.AddSingleton<MerchantPages>();
        services.AddSingleton<LoginForms>();
        services.AddSingleton<AccountDoor>();
        services.AddSingleton<AccountForms>();
        services.AddSingleton<TopUpByForm>();
        services.AddSingleton<RenewByForm>();
        services.AddSingleton<ServiceCards>();
        services.AddSingleton<CheckoutForms>();
        services.AddSingleton<OrderByForm>();
        services.AddSingleton<Offers>();
        services.AddSingleton<PageOrigins>();
        services.AddSingleton<InvoicePages>();
        services.AddSingleton<PaymentPages>();
        services.AddSingleton<FundsByForm>();
        foreach (var route in All)
        {
            services.AddSingleton(route.Page);
        }
    }

    public static void MapHostedPages(this WebApplication app)
    {
        var pages = app.MapGroup("")
            .WithMetadata(new HostedPage(), new Access { Anyone = true })
            .ExcludeFromDescription()
            .RequireRateLimiting(RateLimits.ByAddress)
            .AddEndpointFilter(SameSite.Check);
        foreach (var route in All)
        {
            route.Map(pages);
        }

        var assets = app.Services.GetRequiredService<PageAssets>();
        assets.Stylesheet.Map(app);
        assets.FrameScript.Map(app);
    }

    private static PageRoute Of<T>()
        where T : class, IPage => new(typeof(T), T.Map);

    private sealed record PageRoute(Type Page, Action<IEndpointRouteBuilder> Map);
}

/// <summary>That people, not programs, read what is at this address.</summary>
public sealed record HostedPage;
