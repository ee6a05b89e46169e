using System.Diagnostics;
using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Examples;

/// <summary>Where a page is tried out: a folder with its files and the samples, and kubectl set up for a namespace of the page's own. Both go with it.</summary>
internal sealed class ExamplePlace : IAsyncDisposable
{
    /// <summary>How long a reader goes on looking for what the page says.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TemporaryDirectory _folder = new();
    private readonly HurriedHost _host;
    private readonly string _namespace;

    private ExamplePlace(HurriedHost host, string @namespace) => (_host, _namespace) = (host, @namespace);

    private string Kubeconfig => Path.Combine(_folder.Path, "kubeconfig");

    public static async Task<ExamplePlace> MakeAsync(HurriedHost host, string @namespace, IEnumerable<ExampleFile> files)
    {
        var place = new ExamplePlace(host, @namespace);
        var folder = place._folder.Path;
        foreach (var file in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file.Name), file.Text, TestContext.Current.CancellationToken);
        }

        File.CreateSymbolicLink(Path.Combine(folder, "samples"), Path.Combine(Repository.Folder, "samples"));
        File.Copy(host.Kubeconfig, place.Kubeconfig);
        await place.RunAsync(new ExampleCommand($"kubectl create namespace {@namespace} && kubectl config set-context --current --namespace={@namespace}", []));
        await place.RunAsync(new ExampleCommand("kubectl get serviceaccount default", []));
        return place;
    }

    /// <summary>Runs a command, which must go as the page says.</summary>
    public async Task RunAsync(ExampleCommand command)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var (exitCode, output) = await _host.ShellAsync($"exec 2>&1\n{command.Text}", _folder.Path, Kubeconfig);
            if (command.IsMet(exitCode, output))
            {
                return;
            }

            Assert.True(command.OnlyLooks && watch.Elapsed < Patience, $"$ {command.Text}\nshould print\n{string.Join('\n', command.Printed)}\nand ended with {exitCode} and\n{output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.KubectlAsync($"delete namespace {_namespace} --wait=false");
        _folder.Dispose();
    }
}
