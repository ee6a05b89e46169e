using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace ActorKube.EndToEnd.Tests;

/// <summary>kill -9 at any point loses no acknowledged write.</summary>
public sealed class CrashTests(HostProcess host) : IClassFixture<HostProcess>
{
    private const int Clients = 8;
    private const int WritesBeforeTheKill = 300;

    [Fact]
    public async Task Host_KilledInTheMiddleOfWrites_KeepsEveryAcknowledgedOne()
    {
        var acknowledged = new ConcurrentBag<string>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (var client = host.Client())
        {
            var writers = Enumerable.Range(0, Clients).Select(writer => WriteAsync(client, writer, acknowledged, enough)).ToArray();
            await enough.Task.WaitAsync(TestContext.Current.CancellationToken);
            await host.KillAsync();
            await Task.WhenAll(writers);
        }

        await host.StartAsync();

        using var after = host.Client();
        foreach (var name in acknowledged)
        {
            using var response = await after.GetAsync($"/api/v1/namespaces/default/configmaps/{name}", TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{name} was acknowledged and is lost.");
        }

        Assert.True(acknowledged.Count >= WritesBeforeTheKill);
    }

    /// <summary>Creates ConfigMaps one after the other until the host is gone.</summary>
    private static async Task WriteAsync(HttpClient client, int writer, ConcurrentBag<string> acknowledged, TaskCompletionSource enough)
    {
        for (var i = 0; ; i++)
        {
            var name = $"crash-{writer}-{i}";
            using var body = new StringContent($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"}}""", Encoding.UTF8, "application/json");
            try
            {
                using var response = await client.PostAsync("/api/v1/namespaces/default/configmaps", body, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            }
            catch (HttpRequestException)
            {
                return;
            }

            acknowledged.Add(name);
            if (acknowledged.Count >= WritesBeforeTheKill)
            {
                enough.TrySetResult();
            }
        }
    }
}
