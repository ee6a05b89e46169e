using System.Text;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>
/// Manifests and patches of many kinds, spoilt at random. Whatever comes back, it is no error of the server's own: those 500s that
/// Kubernetes itself answers carry no reason.
/// </summary>
[Collection(nameof(BadInputHost))]
public sealed class FuzzTests(HostProcess host) : BadInputTest(host)
{
    private const int Requests = 400;

    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Server_SpoiltRequests_NeverFails(int seed)
    {
        var random = new Random(seed);
        var mutator = new Mutator(random);
        var samples = Samples.All;
        var accepted = 0;
        await CreateSamplesAsync();
        for (var i = 0; i < Requests; i++)
        {
            var sample = samples[random.Next(samples.Count)];
            var spoilt = mutator.Spoil(sample.Manifest);
            var (method, path, type, body) = random.Next(6) switch
            {
                0 => ("PUT", sample.ObjectPath, Json, spoilt.ToJsonString()),
                1 => ("PATCH", sample.ObjectPath, "application/merge-patch+json", spoilt.ToJsonString()),
                2 => ("PATCH", sample.ObjectPath, "application/strategic-merge-patch+json", spoilt.ToJsonString()),
                3 => ("PATCH", sample.ObjectPath + "?fieldManager=fuzz&force=true", "application/apply-patch+yaml", spoilt.ToJsonString()),
                4 => ("PATCH", sample.ObjectPath, "application/json-patch+json", mutator.Operations(sample.Manifest).ToJsonString()),
                _ => ("POST", sample.CollectionPath, Json, spoilt.ToJsonString()),
            };
            var bytes = mutator.SpoilBytes(Encoding.UTF8.GetBytes(body));

            var answer = await SendAsync(new HttpMethod(method), path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "dryRun=All", bytes, type);

            Assert.True(answer.Code < 500 || (answer.Code == 500 && answer.Text("reason").Length == 0), $"{method} {path} {Encoding.UTF8.GetString(bytes)}: {answer.Body}");
            accepted += answer.Code < 300 ? 1 : 0;
        }

        // Requests that are all refused at the door would test only the door.
        Assert.InRange(accepted, Requests / 50, Requests);
    }

    /// <summary>Patches need something to patch; and samples that aren't accepted as they are would be spoilt before.</summary>
    private async Task CreateSamplesAsync()
    {
        foreach (var sample in Samples.All)
        {
            var answer = await SendAsync(HttpMethod.Post, sample.CollectionPath, sample.Manifest.ToJsonString());
            Assert.True(answer.Code is 201 or 409, $"{sample.CollectionPath}: {answer.Body}");
        }
    }
}
