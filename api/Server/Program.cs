using BillingHeadless.Server;

return await BillingServer.Run(args);
