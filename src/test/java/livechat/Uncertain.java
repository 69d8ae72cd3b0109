package livechat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** What gives another answer when it is asked again: clocks and chance. */
final class Uncertain {

    /** Nothing of these can be used without asking a clock or a random source. */
    private static final Set<String> TYPES = Set.of(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "org.apache.kafka.common.utils.Time",
            "org.apache.kafka.streams.processor.PunctuationType");

    /** Types that are harmless but for these members. */
    private static final Set<String> MEMBERS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.Collections.shuffle",
            "java.util.UUID.randomUUID",
            "org.apache.kafka.common.Uuid.randomUuid");

    static final DescribedPredicate<JavaClass> TYPE = DescribedPredicate.describe(
            "are a clock or a random source",
            type -> TYPES.contains(type.getName()) || type.getPackageName().equals("java.util.random"));

    static final DescribedPredicate<JavaAccess<?>> TARGET =
            DescribedPredicate.describe("asks a clock or a random source", access -> isUncertain(access.getTarget()));

    private Uncertain() {}

    private static boolean isUncertain(AccessTarget target) {
        String owner = target.getOwner().getName();
        return MEMBERS.contains(owner + "." + target.getName())
                || target.getName().equals("currentSystemTimeMs")
                || (owner.startsWith("java.time.") && target.getName().equals("now"));
    }
}
