using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Node;
using Microsoft.Extensions.DependencyInjection;

// The real server, as one process that a test drives by lines on its standard input and that may die at any crash point.
// Its settings are the server's own. It ends when its input does: whoever started it is gone then.
var time = new TestTime();
var points = new CrashPoints(Console.Out);

await using var app = BillingServer.Build(args, services =>
{
    services.Remove(services.Single(service => service.ImplementationType == typeof(JobLoop)));
    services.AddJob<CountEffect>();
    services.AddSingleton<TimeProvider>(time);
    services.AddSingleton<ICommitObserver>(new WatchedCommits(points));
    services.AddSingleton<IOutgoingCallObserver>(new WatchedCalls(points));
    services.AddSingleton<IPostOffice>(provider => new WatchedPost(provider.GetRequiredService<OutboxFolder>(), points));
    services.AddSingleton(points);
    services.AddSingleton(time);
    services.AddSingleton<DueJobs>();
    services.AddSingleton<Commands>();
});
await BillingServer.Start(app);
await app.Services.GetRequiredService<Commands>().Obey(Console.In, Console.Out, app.Urls.Single());
await app.StopAsync();
