using System.Globalization;
using ActorKube.Api.Core;
using ActorKube.Api.Text;
using ActorKube.NodeAgent.Runtimes;
using ActorKube.NodeAgent.Pods;

namespace ActorKube.NodeAgent.Images;

/// <summary>Gets a container its image as its pull policy says, and tells of it in events.</summary>
internal sealed class ImageEnsurer(ImageCache images, PullSecrets secrets, PodEvents events, TimeProvider time)
{
    /// <exception cref="StartException">There is no image to be had, for now.</exception>
    public async Task<ImageStatus> EnsureAsync(Pod pod, Container container, CancellationToken cancellationToken)
    {
        var image = container.Image ?? "";
        if (ImageReference.Normalize(image) is not { } reference)
        {
            var message = $"Failed to apply default image tag \"{image}\": couldn't parse image name \"{image}\": invalid reference format";
            events.Warning(pod, container.Name, "InspectFailed", message);
            throw Failure(pod, container, ImageReasons.InvalidName, message, false);
        }

        if (container.ImagePullPolicy == PullPolicies.Always)
        {
            return await PullAsync(pod, container, reference, cancellationToken);
        }

        if (await FindAsync(pod, container, reference, cancellationToken) is { } found)
        {
            events.Normal(pod, container.Name, "Pulled", $"Container image \"{image}\" already present on machine");
            return found;
        }

        if (container.ImagePullPolicy == PullPolicies.Never)
        {
            var message = $"Container image \"{image}\" is not present with pull policy of Never";
            events.Warning(pod, container.Name, ImageReasons.NeverPull, message);
            throw Failure(pod, container, ImageReasons.NeverPull, message, false);
        }

        return await PullAsync(pod, container, reference, cancellationToken);
    }

    /// <summary>The image was there and isn't any more.</summary>
    public void Forget(Container container)
    {
        if (ImageReference.Normalize(container.Image ?? "") is { } reference)
        {
            images.Forget(reference);
        }
    }

    private async Task<ImageStatus?> FindAsync(Pod pod, Container container, string reference, CancellationToken cancellationToken)
    {
        try
        {
            return await images.FindAsync(reference, cancellationToken);
        }
        catch (RuntimeException e)
        {
            var message = $"Failed to inspect image \"{container.Image}\": {e.Message}";
            events.Warning(pod, container.Name, "InspectFailed", message);
            throw Failure(pod, container, ImageReasons.InspectFailed, message, false);
        }
    }

    private async Task<ImageStatus> PullAsync(Pod pod, Container container, string reference, CancellationToken cancellationToken)
    {
        events.Normal(pod, container.Name, "Pulling", $"Pulling image \"{container.Image}\"");
        var began = time.GetTimestamp();
        try
        {
            var pulled = await PullAsync(pod, reference, cancellationToken);
            var took = GoDurations.Text(GoDurations.ToMilliseconds(time.GetElapsedTime(began)));
            events.Normal(pod, container.Name, "Pulled", string.Create(CultureInfo.InvariantCulture,
                $"Successfully pulled image \"{container.Image}\" in {took} ({took} including waiting). Image size: {pulled.SizeBytes} bytes."));
            return pulled;
        }
        catch (RuntimeException e)
        {
            events.Warning(pod, container.Name, "Failed", $"Failed to pull image \"{container.Image}\": {e.Message}");
            throw Failure(pod, container, ImageReasons.PullFailed, e.Message, true);
        }
    }

    /// <summary>Tries each credential that fits, at last none.</summary>
    private async Task<ImageStatus> PullAsync(Pod pod, string reference, CancellationToken cancellationToken)
    {
        foreach (var credentials in secrets.For(pod, reference))
        {
            try
            {
                return await images.PullAsync(reference, credentials, cancellationToken);
            }
            catch (RuntimeException e) when (e.Error == RuntimeError.PullFailed)
            {
                // The next one may do.
            }
        }

        return await images.PullAsync(reference, null, cancellationToken);
    }

    private StartException Failure(Pod pod, Container container, string reason, string message, bool isImage)
    {
        events.Warning(pod, container.Name, "Failed", "Error: " + reason);
        return new StartException(new StartFailure(reason, message, isImage));
    }
}
