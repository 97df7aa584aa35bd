using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;

namespace BillingHeadless.Server.Platform.Start;

/// <summary>
/// What happens before the first request, in this order: folder, lock, master key, database, installation. Composing the
/// server touches none of it, so that the build can read the endpoints.
/// </summary>
public static class ServerStart
{
    public static void AddStart(this IServiceCollection services)
    {
        services.AddSingleton(provider => BillingOptions.Read(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<MasterKey>();
        services.AddSingleton<Installation>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton(provider => new Vault(provider.GetRequiredService<MasterKey>().Bytes));
        services.AddSingleton(provider => new PlatformKey(provider.GetRequiredService<Installation>().PlatformKeyHash));
    }

    /// <exception cref="CannotStartException">With the sentence to show.</exception>
    public static async Task Prepare(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var options = services.GetRequiredService<BillingOptions>();
        services.GetRequiredService<MailOptions>();
        var directory = services.GetRequiredService<DataDirectory>();
        directory.Open();
        if (options.ConnectionString is null)
        {
            directory.Lock();
        }

        services.GetRequiredService<MasterKey>().Open();
        await services.GetRequiredService<IDatabase>().Start(cancel);
        if (await services.GetRequiredService<Installation>().Open(cancel) is { } platformKey)
        {
            await output.WriteLineAsync($"Platform key, shown this once: {platformKey}");
        }
    }
}
