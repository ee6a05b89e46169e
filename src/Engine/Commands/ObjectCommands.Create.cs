using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Journals;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Commands;

public sealed partial class ObjectCommands
{
    /// <summary>Tries of a generated name that is taken before the client is told so.</summary>
    private const int GeneratedNameTries = 8;

    /// <summary>Creates an object.</summary>
    /// <param name="kind">The stored kind.</param>
    /// <param name="value">What the client sent, its metadata.namespace that of the request.</param>
    /// <exception cref="ApiException">Invalid, AlreadyExists, or what admission says.</exception>
    public ValueTask<WriteResult> CreateAsync(Kind kind, IApiObject value, WriteOptions options, CancellationToken cancellationToken = default) =>
        DecideAsync(() => TryCreateAsync(kind, value, options, cancellationToken), static r => r.IsAppended, options, cancellationToken);

    private async ValueTask<WriteResult> TryCreateAsync(Kind kind, IApiObject value, WriteOptions options, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var snapshot = View.Snapshot();
            var named = Name(kind, value);
            var key = KeyOf(kind, named);
            var exists = snapshot.Get(key) is not null;
            if (exists && named.Metadata.Name != value.Metadata.Name && tries < GeneratedNameTries)
            {
                continue;
            }

            var request = Request(AdmissionOperation.Create, kind, key, null, options, snapshot);
            var (next, warnings) = Prepare(request, named, options);
            if (snapshot.Get(key) is { } taken)
            {
                throw AlreadyExists(options.Shown(kind), taken, warnings);
            }

            if (options.DryRun)
            {
                return new WriteResult(Settled(kind, next), null, true, warnings);
            }

            if (await AppendAsync(request, next, Written(kind, next), ChangeKind.Put, options.Cause, cancellationToken) is { } stored)
            {
                return new WriteResult(WithRevision(next, stored), stored, true, warnings) { IsAppended = true };
            }
        }
    }

    private (IApiObject Next, IReadOnlyList<string> Warnings) Prepare(AdmissionRequest request, IApiObject value, WriteOptions options)
    {
        var kind = request.Kind;
        value = Tracked(kind, null, kind.Default(value), options, request.Now);
        value = Admit(request, value);
        var early = kind.RequestWarnings(value);
        value = Complete(request, kind.PrepareForCreate(value));
        if (kind.HasGeneration)
        {
            value = value.With(value.Metadata with { Generation = 1 });
        }

        var errors = new FieldErrors();
        var rules = options.Rules(kind);
        if (!rules.ChecksMetadataLast)
        {
            ObjectMetaValidation.ValidateCreate(value.Metadata, rules, errors);
        }

        rules.Validate(rules.FromStored(value), errors);
        if (rules.ChecksMetadataLast && !errors.Any)
        {
            ObjectMetaValidation.ValidateCreate(value.Metadata, rules, errors);
        }

        ThrowIfInvalid(kind, value, errors);
        Check(request, value);
        return (value, [.. early, .. Warnings(request, value, kind.Warnings(value, null))]);
    }

    /// <summary>Metadata that the system owns, whatever the client sent.</summary>
    private IApiObject Name(Kind kind, IApiObject value)
    {
        var metadata = value.Metadata;
        if (!string.IsNullOrEmpty(metadata.ResourceVersion))
        {
            throw ApiErrors.Of(500, "", "resourceVersion should not be set on objects to be created");
        }

        var generate = metadata is { Name: null, GenerateName: not null };
        return value.With(kind.ApiVersion, kind.Name).With(metadata with
        {
            Name = generate ? Generated(metadata.GenerateName!) : metadata.Name,
            Uid = identity.NewUid(),
            CreationTimestamp = Time.GetUtcNow(),
            DeletionTimestamp = null,
            DeletionGracePeriodSeconds = null,
            SelfLink = null,
            ResourceVersion = null,
        });
    }

    /// <summary>The prefix, cut so that the name stays within the 63 characters that labels and host names have.</summary>
    private string Generated(string prefix)
    {
        const int maxBase = 63 - 5;
        return (prefix.Length > maxBase ? prefix[..maxBase] : prefix) + identity.NewSuffix();
    }

    private static ApiException AlreadyExists(Kind kind, StoredObject taken, IReadOnlyList<string> warnings)
    {
        var status = ApiErrors.AlreadyExists(kind.Plural, kind.Group, taken.Key.Name).Status;
        return new ApiException(taken.Header.DeletionTimestamp is null ? status : status with { Message = "object is being deleted: " + status.Message }) { Warnings = warnings };
    }
}
