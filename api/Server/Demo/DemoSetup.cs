namespace BillingHeadless.Server.Demo;

public static class DemoSetup
{
    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoFile>();
        services.AddSingleton<DemoShelf>();
        services.AddSingleton<DemoCustomer>();
        services.AddSingleton<DemoMerchant>();
    }
}
