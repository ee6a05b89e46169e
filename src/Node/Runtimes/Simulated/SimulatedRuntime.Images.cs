using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ActorKube.NodeAgent.Runtimes.Simulated;

public sealed partial class SimulatedRuntime
{
    private readonly ConcurrentDictionary<string, ImageStatus> _images = new(StringComparer.Ordinal);

    public Task<ImageStatus?> GetImageAsync(string reference, CancellationToken cancellationToken) => Task.FromResult(FindImage(reference));

    public async Task<ImageStatus> PullImageAsync(string reference, RegistryCredentials? credentials, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        await options.Faults.BeforeAsync(SimulatedOperation.PullImage, reference, cancellationToken);
        var image = Image(reference);
        progress?.Report(new PullProgress("", "Pull complete", image.SizeBytes, image.SizeBytes));
        return _images[reference] = image;
    }

    public Task<IReadOnlyList<ImageStatus>> ListImagesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ImageStatus>>([.. _images.Values]);

    public Task RemoveImageAsync(string reference, CancellationToken cancellationToken)
    {
        if (FindImage(reference) is { } image)
        {
            _images.TryRemove(image.Tags[0], out _);
        }

        return Task.CompletedTask;
    }

    private static ImageStatus Image(string reference)
    {
        var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference)));
        return new ImageStatus { Id = digest, Tags = [reference], Digests = [$"{reference}@{digest}"], SizeBytes = 1 << 20 };
    }

    private ImageStatus? FindImage(string reference) => _images.GetValueOrDefault(reference) ?? _images.Values.FirstOrDefault(i => i.Id == reference);
}
