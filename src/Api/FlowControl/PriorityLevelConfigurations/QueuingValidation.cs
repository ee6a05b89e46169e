using ActorKube.Api.Errors;

namespace ActorKube.Api.FlowControl;

/// <summary>What happens to requests beyond the limit: rejection, or queues among which flows are dealt like hands of cards.</summary>
internal static class QueuingValidation
{
    private const int MaxQueues = 10_000_000;

    /// <summary>Bits of the hash that deals the hands.</summary>
    private const int HashBits = 60;

    public static void Validate(LimitResponse response, FieldPath path, FieldErrors errors)
    {
        switch (response)
        {
            case { Type: "Reject", Queuing: not null }:
                errors.Forbidden(path.Child("queuing"), "must be nil if limited.limitResponse.type is not Limited");
                break;
            case { Type: "Reject" }:
                break;
            case { Type: "Queue", Queuing: null }:
                errors.Required(path.Child("queuing"), "must not be empty if limited.limitResponse.type is Limited");
                break;
            case { Type: "Queue", Queuing: { } queuing }:
                Validate(queuing, path.Child("queuing"), errors);
                break;
            default:
                errors.NotSupported(path.Child("type"), response.Type, ["Queue", "Reject"]);
                break;
        }
    }

    private static void Validate(QueuingConfiguration queuing, FieldPath path, FieldErrors errors)
    {
        if (queuing.QueueLengthLimit <= 0)
        {
            errors.Invalid(path.Child("queueLengthLimit"), queuing.QueueLengthLimit, "must be positive");
        }

        switch (queuing.Queues)
        {
            case <= 0:
                errors.Invalid(path.Child("queues"), queuing.Queues, "must be positive");
                break;
            case > MaxQueues:
                errors.Invalid(path.Child("queues"), queuing.Queues, $"must not be greater than {MaxQueues}");
                break;
        }

        var hand = path.Child("handSize");
        if (queuing.HandSize <= 0)
        {
            errors.Invalid(hand, queuing.HandSize, "must be positive");
        }
        else if (queuing.HandSize > queuing.Queues)
        {
            errors.Invalid(hand, queuing.HandSize, $"should not be greater than queues ({queuing.Queues})");
        }
        else if (EntropyBits(queuing.Queues, queuing.HandSize) > HashBits)
        {
            errors.Invalid(
                hand,
                queuing.HandSize,
                $"required entropy bits of deckSize {queuing.Queues} and handSize {queuing.HandSize} should not be greater than {HashBits}");
        }
    }

    /// <summary>Bits that choosing a hand takes: 64 queues and a hand of 8 take 6 * 8 = 48.</summary>
    private static int EntropyBits(int queues, int hand) => (int)Math.Ceiling(Math.Log2(queues) * hand);
}
