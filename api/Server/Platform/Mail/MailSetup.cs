namespace BillingHeadless.Server.Platform.Mail;

public static class MailSetup
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton(provider => MailOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<OutboxFolder>();
        services.AddSingleton<SmtpServer>();
        services.AddSingleton<IPostOffice>(provider => provider.GetRequiredService<MailOptions>().Host is null
            ? provider.GetRequiredService<OutboxFolder>()
            : provider.GetRequiredService<SmtpServer>());
        services.AddSingleton<MerchantMail>();
    }
}
